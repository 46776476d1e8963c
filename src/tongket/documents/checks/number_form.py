"""Number and symbol have their signs, padding and abbreviation. Decree 30/2020/NĐ-CP, Annex I, II.3 and Annex III."""

import re
from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.render.values import Profile
from tongket.documents.seen.components import Sight
from tongket.documents.seen.types import abbreviations

_NUMBER = re.compile(r"(?P<digits>[\d.…_]*[a-z]?)(?P<gap>\s*)(?P<rest>.*)")
_LETTER_MARKS = frozenset({"CV"})
_WHERE = words("Số, ký hiệu.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each way in which the line is written wrong; a number still to be given may be blank or dotted."""
    line = sight.header.number
    if line is None:
        return ()
    dress = form.dress("header", "number")
    word = dress.text.strip()
    said = [] if _begins(line.text, word) else [("number-wording", words("Ghi “{right}” trước số."), word)]
    behind = re.sub(r"^\s*số\s*:?\s*", "", line.text, flags=re.IGNORECASE)
    parts = _NUMBER.fullmatch(behind)
    assert parts
    said += _number_faults(parts["digits"], parts["gap"], parts["rest"], dress.joint)
    said += _symbol_faults(parts["rest"].strip().lstrip("-–/ "), sight, form)
    return tuple(_finding(code, wanted, right, line.text, form) for code, wanted, right in said)


def _begins(text: str, word: str) -> bool:
    """Whether the line begins with the fixed word, and with no colon where the form has none."""
    return text.startswith(word) and (word.endswith(":") or not text.removeprefix(word).lstrip().startswith(":"))


def _number_faults(digits: str, gap: str, rest: str, joint: str) -> Iterator[tuple[str, str, str]]:
    """Padding, blanks, and the sign between number and symbol."""
    count = digits.rstrip("abcdefgh")
    if count.isdecimal() and len(count) == 1:
        yield "number-padding", words("Số dưới 10 có số 0 đứng trước: “{right}”."), f"0{count}"
    if (count.isdecimal() and gap) or " " in rest.strip():
        yield (
            "number-spaces",
            words("Không cách giữa số, dấu và ký hiệu: “{right}”."),
            f"{digits}{rest}".replace(" ", ""),
        )
    bare = rest.replace(" ", "")
    if count and (not bare.startswith(joint) or "–" in bare or bare.count("/") > 1):
        fixed = joint + bare.lstrip("-–/").replace("–", "-")
        first, slash, others = fixed.partition("/")
        right = f"{digits}{first}{slash}{others.replace('/', '-')}"
        yield "number-signs", words("Dấu giữa số và ký hiệu đúng là “{right}”."), right


def _symbol_faults(symbol: str, sight: Sight, form: Form) -> Iterator[tuple[str, str, str]]:
    """The abbreviation of the type and capitals; what a body calls its own units is left to it."""
    groups = [group.strip() for group in re.split(r"[-–/]", symbol) if group.strip()]
    shorts = abbreviations(form.profile)
    right = shorts.get(sight.title.kind, "")
    if not groups:
        return
    if right and groups[0] != right:
        yield "number-type", words("Ký hiệu bắt đầu bằng “{right}”."), right
    elif sight.is_letter and form.profile is not Profile.PARTY and groups[0] in _LETTER_MARKS:
        yield "number-type", words("Ký hiệu công văn không có tên loại: bỏ “{right}”."), groups[0]
    if any(group.islower() for group in groups):
        yield "number-symbol-capitals", words("Ký hiệu viết hoa: “{right}”."), symbol.upper()


def _finding(code: str, wanted: str, right: str, text: str, form: Form) -> Finding:
    return form.finding(
        code,
        found=words("Ghi “{text}”."),
        wanted=wanted,
        where=_WHERE,
        todo=words("Sửa số, ký hiệu cho khớp sổ văn bản đi."),
        quote=text,
        text=text,
        right=right,
    )
