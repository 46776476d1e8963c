"""Documents are cited by their right number, in the form that numbers have.

The plan's own citations; Decree 30, Annex I, II.3.
"""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight

_SYMBOL = r"[A-ZĐ][A-ZĐa-zđ]*[A-ZĐ]?(?:-[A-ZĐ][A-ZĐa-zđ0-9]*)+|[A-ZĐ]{2,}\d*"
_NUMBER = re.compile(rf"(?<![\w/.,-])(\d{{1,5}})/({_SYMBOL})(?![\w/])")
_KINDS = "NQ|QĐ|CT|QC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|CV|TT|ĐAn"
# Blanks around the signs, a sign left out, a backslash, small letters: the ways in which a number is typed wrongly.
_LOOSE = re.compile(
    rf"\b[Ss]ố:?\s+(\d{{1,5}}\s*[/\\]?\s*(?:{_KINDS}|{_KINDS.lower()})(?:\s*[-–—]\s*[A-ZĐa-zđ]{{2,}}\d*)*)(?![\w/])"
)
_RIGHT = re.compile(rf"^\d{{1,5}}(?:[/]|-(?=(?:{_KINDS})/))(?:{_SYMBOL})$")


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each number that is a slip away from one the plan cites, and for each in a wrong form."""
    found: dict[tuple[str, str], Finding] = {}
    for place, text in sight.texts:
        for code, written, wanted in (*_near_misses(text, sight.known.documents), *_wrong_forms(text)):
            found.setdefault((code, written), _finding(sight, place, code, written, wanted))
    return tuple(found.values())


def _finding(sight: Sight, block: int, code: str, written: str, wanted: str) -> Finding:
    is_form = code == "number-form"
    return Finding(
        code,
        Level.ADVICE,
        found=words("Số văn bản ghi “{written}”.") if is_form else words("Ghi {written}, kế hoạch dẫn {right}."),
        wanted=words("Số, gạch chéo, ký hiệu viết hoa, gạch nối, không cách: {right}.")
        if is_form
        else words("Số văn bản như kế hoạch đã dẫn."),
        where=sight.where(block),
        todo=words("Sửa số văn bản.") if is_form else words("Xem lại văn bản gốc, rồi sửa nếu nhầm."),
        quote=written,
        values={**sight.values(block, written), "written": written, "right": wanted},
    )


def _near_misses(text: str, cited: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for found in _NUMBER.finditer(text):
        if found[0] in cited:
            continue
        near = [known for known in cited if _is_near(found[1], found[2], known)]
        if len(near) == 1:
            yield "document-number", found[0], near[0]


def _is_near(number: str, symbol: str, known: str) -> bool:
    """The same number with part of the symbol left out, or the same symbol with digits changed about, lost or doubled.

    Another digit in place of one is another document often enough to say nothing.
    """
    known_number, _, known_symbol = known.partition("/")
    if number == known_number:
        return symbol != known_symbol and (known_symbol.startswith(symbol) or symbol.startswith(known_symbol))
    parts, known_parts = symbol.split("-"), known_symbol.split("-")
    if parts[:2] != known_parts[:2]:
        return False
    longer, shorter = sorted((number, known_number), key=len, reverse=True)
    if len(longer) == len(shorter):
        return len(number) > 1 and sorted(number) == sorted(known_number)
    is_one_lost = len(longer) == len(shorter) + 1 and len(shorter) > 1
    return is_one_lost and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _wrong_forms(text: str) -> Iterator[tuple[str, str, str]]:
    for found in _LOOSE.finditer(text):
        written = found[1]
        bare = re.sub(r"\s+", "", written).replace("\\", "/").replace("–", "-").replace("—", "-")
        right = re.sub(rf"^(\d+)[/]?((?:{_KINDS})\b|(?:{_KINDS.lower()})\b)", _joined, bare, flags=re.IGNORECASE)
        if written != right and not _RIGHT.match(written):
            yield "number-form", written, right


def _joined(found: re.Match[str]) -> str:
    return f"{found[1]}/{found[2]}" if found[2] in _KINDS.split("|") else f"{found[1]}/{found[2].upper()}"
