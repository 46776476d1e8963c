"""Finds the header: national name and motto, issuers, number, place and date, and a letter's `V/v`."""

import re
from collections.abc import Sequence

from tongket.documents.seen.components import Header
from tongket.documents.seen.lines import Line

NATION = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam")
MOTTO = re.compile(r"doclap\W*tudo\W*hanhphuc")
NUMBER = re.compile(r"so\s*:.*|so\s+[\d.…_]+\s*[-–/].*|so\s*[.…_]+.*/.*")
DATE = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b|,\s*ngay\b.*\d")
# A date in figures only, behind the name of a place.
_FIGURES = re.compile(r"[^\d]{2,40},\s*(?:ngay\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?")
SUBJECT_MARK = re.compile(r"v/v\b|v\.v\b|ve viec\b")
_ASIDE = re.compile(r"khan|thuong khan|hoa toc(?: hen gio)?|toi mat|tuyet mat|mat|du thao.*|\(du thao.*\)")
# How the name of a body begins, folded; two lines that each begin so are two bodies.
_BODY = re.compile(
    r"(?:uy ban|ubnd|ubmttq|ub mttq|so|bo|hoi|dang bo|dang uy|thanh uy|huyen uy|tinh uy|chi bo|lien doan|mat tran|"
    r"truong|cuc|chi cuc|tong cuc|phong|cong doan|tong cong ty)\b"
)


def header_of(lines: Sequence[Line]) -> Header:
    """The header among `lines`, which end where title, addressees or text begin."""
    worded = [line for line in lines if line.text]
    nation = next((line for line in worded if NATION.fullmatch(line.key.strip(" .*"))), None)
    motto = next((line for line in worded if MOTTO.search(line.key.replace(" ", ""))), None)
    number = next((line for line in worded if line is not nation and NUMBER.fullmatch(line.key)), None)
    subject = _letter_subject(lines)
    others = [line for line in worded if line is not number and not any(line is each for each in subject)]
    dated = [line for line in others if is_dated(line)]
    known = {id(line) for line in (nation, motto, number, *dated[:1], *subject) if line}
    issuers = [line for line in _before(lines, number) if id(line) not in known and _is_issuer(line)]
    above, own = _parted(issuers)
    return Header(
        nation,
        motto,
        above,
        own,
        number,
        dated[0] if dated else None,
        subject,
        tuple(lines),
        star=next((line for line in worded if line.text in {"*", "***", "* * *"}), None),
    )


def is_dated(line: Line) -> bool:
    """Whether a line of the header is that of place and date."""
    return bool(DATE.search(line.key) or _FIGURES.fullmatch(line.key))


def is_of_header(line: Line) -> bool:
    """Whether a line can stand in a header only."""
    key = line.key
    return bool(NATION.fullmatch(key) or MOTTO.search(key.replace(" ", "")) or NUMBER.fullmatch(key))


def _letter_subject(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines from `V/v` on: those that follow in the same column, up to an empty one or another part.

    A subject may cite a document with its date: within its own paragraph a date ends nothing.
    """
    start = next((place for place, line in enumerate(lines) if SUBJECT_MARK.match(line.key)), None)
    if start is None:
        return ()
    found = [lines[start]]
    for line in lines[start + 1 :]:
        is_below, goes_on = line.place == found[0].place, line.at == found[-1].at
        if is_below and _ends_subject(line, goes_on=goes_on):
            break
        if (is_below and (line.paragraph.cell is not None or goes_on)) or (goes_on and not is_dated(line)):
            found.append(line)
    return tuple(found)


def _ends_subject(line: Line, *, goes_on: bool) -> bool:
    """Whether a line is no more of the subject above it; `goes_on` says that it is of the same paragraph."""
    return not line.text or line.is_stroke or is_of_header(line) or (is_dated(line) and not goes_on)


def _before(lines: Sequence[Line], number: Line | None) -> list[Line]:
    """What stands before the number; without one, all."""
    places = [place for place, line in enumerate(lines) if line is number]
    return list(lines[: places[0]] if places else lines)


def _is_issuer(line: Line) -> bool:
    return bool(line.text) and not line.is_stroke and line.text.strip("* ") != "" and not _ASIDE.fullmatch(line.key)


def _parted(issuers: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The body above and the issuing one: the bold lines at the end are the issuer's own name.

    Where all lines have one dress, lines that each begin a body's name are two bodies.
    """
    if not issuers:
        return (), ()
    bold = [line.is_bold for line in issuers]
    if all(bold) or not any(bold):
        begins = [place for place, line in enumerate(issuers) if _BODY.match(line.key)]
        one = 0 if all(bold) else len(issuers) - 1
        first = begins[-1] if len(begins) > 1 and begins[0] == 0 else one
        return tuple(issuers[:first]), tuple(issuers[first:])
    first = len(issuers)
    while first and bold[first - 1]:
        first -= 1
    # The last line is regular and one above it bold: the dress is upside down, the last line is still the issuer.
    first = first if first < len(issuers) else len(issuers) - 1
    return tuple(issuers[:first]), tuple(issuers[first:])
