"""Where a sentence ends in a report, and where a long one falls apart into thoughts. Pure."""

import re
from collections.abc import Iterator

# A dot behind these ends no sentence.
_SHORT = frozenset(
    re.split(
        r"\|",
        "tp|tt|tx|ts|ths|pgs|gs|bs|ks|cn|ds|ls|nxb|tr|vd|st|đ/c|đc|mr|ms|dr|no|kp|tdp|kdc|tk|ubnd|hđnd|"
        "ubmttq|mttq|tv|bt|pct|ct|ttg",
    )
)
_END = re.compile(r"[.!?…]+[”\"’)»]*(?=\s+[“\"‘(«]?(?:[A-ZÀ-ỸĐ]|\d|[-–+•])|\s*$)")
_THOUGHT = re.compile(r"\s*;\s*")
_FEWEST_SYLLABLES = 4
_STARTS_PART = re.compile(r"^(?:và|hoặc|hay|cũng như|nhưng|mà|để|nhằm|do đó|từ đó)\b", re.IGNORECASE)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, their closing signs with them."""
    return tuple(_sentences(" ".join(text.split())))


def thoughts_of(sentence: str) -> tuple[str, ...]:
    """The parts of a sentence between semicolons, where each of them stands alone; else the sentence whole.

    A part stands alone when it has some words and does not lean on the one before it.
    """
    if "(" in sentence:
        hidden = re.sub(r"\([^)]*\)", lambda found: found[0].replace(";", "\0"), sentence)
    else:
        hidden = sentence
    parts = [part.strip().replace("\0", ";") for part in _THOUGHT.split(hidden) if part.strip()]
    if len(parts) > 1 and all(_stands_alone(part) for part in parts):
        return tuple(parts)
    return (sentence.strip(),)


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(text):
        if _goes_on(text[begin : match.start()], match[0], text[match.end() :]):
            continue
        yield text[begin : match.end()].strip()
        begin = match.end()
    rest = text[begin:].strip()
    if rest:
        yield rest


def _goes_on(before: str, sign: str, after: str) -> bool:
    """Whether a dot belongs to a word cut short (`TP.`, `v.v.` before a small letter), an initial, a list's number."""
    if not sign.startswith(".") or len(sign) > 1 or not after.strip():
        return False
    last = before.split()[-1] if before.split() else ""
    bare = last.strip('(“"‘').lower()
    if bare in _SHORT or (len(bare) == 1 and last.strip('(“"‘').isupper()):
        return True
    is_list_number = len(before.split()) == 1 and bool(re.fullmatch(r"\(?\d{1,2}|[IVX]{1,4}|[a-zđ]", last))
    return is_list_number or (bare.endswith("v.v") and after.lstrip()[:1].islower())


def _stands_alone(part: str) -> bool:
    return len(re.findall(r"[^\W\d_]+", part)) >= _FEWEST_SYLLABLES and not _STARTS_PART.match(part)
