"""Finds who signs and who gets the document: tables, tabs, or one under the other."""

import re
from collections.abc import Sequence

from tongket.documents.seen.components import Foot, Signing
from tongket.documents.seen.lines import Line

RECIPIENTS = re.compile(r"noi nhan\b\W*")
MARK = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T/UQ|TUN)\s*[.:]?\s+[^\W\d_]|(?:TM|KT|TL|TUQ|Q)\.\s*[^\W\d_]")
# Titles of who signs, folded, where no mark says so.
_TITLE = re.compile(
    r"(?:pho )?(?:chu tich|giam doc|truong (?:ban|phong|doan|khoa)|bi thu|chanh van phong|hieu truong|chu nhiem|"
    r"vien truong|cuc truong|bo truong|to truong|tong thu ky)(?: (?:thuong truc|uy ban|hoi dong|cong doan|chi bo).*)?|"
    r"thu ky(?: .*)?|chu toa(?: .*)?|chu tri(?: .*)?|nguoi (?:ghi bien ban|lap.*|xac nhan|de nghi|gioi thieu)|"
    r"(?:dai dien|xac nhan) .*|ban to chuc|hoi dong .*|uy vien.*|truong ban.*|pho truong ban.*"
)
_POSITION = re.compile(
    r"\b(?:chu tich|pho|giam doc|truong|bi thu|chanh|thu ky|chu toa|uy vien|ban|hoi|uy ban|van phong|thuong truc)\b"
)
_DASH = re.compile(r"[-–—+•]\s*")
_NOTE = re.compile(r"\(.*\)")
_NAME_WORDS = range(2, 8)
_LONGEST = 90


def foot_start(lines: Sequence[Line]) -> int:
    """The place of the first line of the foot, the length of `lines` where there is none."""
    head = next((place for place, line in enumerate(lines) if RECIPIENTS.fullmatch(line.key)), None)
    starts = [place for place, line in enumerate(lines) if is_authority(line)]
    before = [place for place in starts if head is None or place < head]
    if head is None:
        return _run_back(lines, starts[-1]) if starts else len(lines)
    # A signature may stand over the recipients or in a cell of the same table before them.
    return next((place for place in before if _is_near(lines, place, head)), head)


def is_authority(line: Line) -> bool:
    """Whether a line says in whose place somebody signs, or is the title of whoever signs."""
    if not line.text or len(line.text) > _LONGEST or not line.is_upper or line.text.endswith(":"):
        return False
    return bool(MARK.match(line.text) or _TITLE.fullmatch(line.key))


def foot_of(lines: Sequence[Line]) -> Foot:
    """The foot that `lines` are."""
    head = next((line for line in lines if RECIPIENTS.fullmatch(line.key)), None)
    recipients = _recipients(lines, head)
    taken = {id(line) for line in (*recipients, *([head] if head else []))}
    others = [line for line in lines if id(line) not in taken]
    columns = dict.fromkeys(line.place for line in others if line.text)
    groups = [[line for line in others if line.place == column] for column in columns]
    if any(line.paragraph.cell is None and line.column == 1 for line in others):
        groups = _tabbed(others, groups)
    return Foot(tuple(signing for group in groups for signing in _signings(group)), head, recipients)


def _is_near(lines: Sequence[Line], place: int, head: int) -> bool:
    """Whether no prose stands between an authority line and the head of the recipients."""
    cell, of_head = lines[place].paragraph.cell, lines[head].paragraph.cell
    if cell is not None and of_head is not None:
        return cell.table == of_head.table
    return not any(len(line.text) > _LONGEST for line in lines[place:head])


def _run_back(lines: Sequence[Line], last: int) -> int:
    """The first of the authority lines that stand with the last one."""
    place = last
    for before in range(last - 1, -1, -1):
        if len(lines[before].text) > _LONGEST or lines[before].text.endswith("./."):
            break
        place = before if is_authority(lines[before]) else place
    return place


def _recipients(lines: Sequence[Line], head: Line | None) -> tuple[Line, ...]:
    """What follows the head in its column, up to the first line that is no recipient."""
    if head is None:
        return ()
    start = next(place for place, line in enumerate(lines) if line is head)
    found: list[Line] = []
    for line in lines[start + 1 :]:
        if line.place != head.place or not line.text:
            continue
        if is_authority(line) or not _is_recipient(line, found):
            break
        found.append(line)
    return tuple(found)


def _is_recipient(line: Line, found: list[Line]) -> bool:
    """A line with a dash, or one that goes on where the last did not end; in a cell every line of words is one."""
    if _DASH.match(line.text) or line.key.startswith(("nhu tren", "nhu dieu", "luu")):
        return True
    ended = bool(found) and found[-1].text.endswith(".")
    return not ended and not line.is_upper and not (line.is_bold and not line.is_italic)


def _tabbed(others: list[Line], groups: list[list[Line]]) -> list[list[Line]]:
    """Columns made with tabs: a name or a mark at the left of them stands there only because nothing is before it."""
    right = [line for line in others if line.paragraph.cell is None]
    return [*(group for group in groups if group[0].paragraph.cell is not None), right]


def _signings(group: Sequence[Line]) -> list[Signing]:
    """The places to sign of one column: each begins with lines of authority and ends with the name."""
    found: list[Signing] = []
    authority: list[Line] = []
    for line in group:
        if not line.text or _NOTE.fullmatch(line.text) or line.is_stroke:
            continue
        if is_authority(line) or (authority and line.is_upper and _POSITION.search(line.key)):
            authority.append(line)
        elif authority and _is_name(line):
            found.append(Signing(tuple(authority), line))
            authority = []
    return [*found, Signing(tuple(authority))] if authority else found


def _is_name(line: Line) -> bool:
    """Whether a line can be a person's name, with or without titles before it."""
    words = line.text.split()
    return (
        len(words) in _NAME_WORDS and not any(letter.isdigit() for letter in line.text) and len(line.text) <= _LONGEST
    )
