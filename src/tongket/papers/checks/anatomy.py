"""Which parts of a paper are which: the head above the text, its title, the foot below it, and what is read aloud."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.core.text import clean, fold
from tongket.reading.manuscript.values import Align, Block, Manuscript, Paragraph, Role, Table

# Words of the form of letters, folded; nobody reads them at the desk.
NATION = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "doc lap – tu do – hanh phuc")
DATE_LINE = re.compile(r"^[^,.]{2,30}, ngay\s*[\d.…]+\s*thang\s*[\d.…]+\s*nam\s*[\d.…]+\.?$")
NUMBER_LINE = re.compile(r"^so\s*:?\s*[\d.…]*\s*[-/]")
KIND = re.compile(r"^(?:bao cao )?(?:bai )?(?:bao cao )?tham luan\b[\s:.–-]*")
GREETING = re.compile(r"^(?:kinh thua|kinh gui|thua quy vi|thua toan the)")
NUMBERED = re.compile(r"^(?:[IVX]+|\d{1,2}|[A-Da-d])[.)]\s+\S")
SPEAKER = re.compile(r"^\(?(?:nguoi (?:trinh bay|bao cao|viet)|tac gia|bao cao vien|dong chi|nhom tac gia)\b")
RECIPIENTS = re.compile(r"^noi nhan\b")
SIGNER = re.compile(r"^(?:t/?m|k/?t|t/?l|tuq|q)\.?\s*(?:ban|chu tich|bi thu|truong)")
ENDING = re.compile(r"\./\.\W*$")
# A heading of more letters is running text; a head of more blocks is none.
_PROSE = 100
_LONGEST_HEAD = 24


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Blocks `[0, body)` are the head, `[body, foot)` the text, the rest names signers and recipients.

    `above` are the lines of the head before the kind of paper (whose unit it is); `title` is "" where none is seen.
    """

    body: int
    foot: int
    above: tuple[str, ...]
    title: str


def anatomy_of(manuscript: Manuscript) -> Anatomy:
    """The parts of a paper; where nothing tells them apart, all of it is text."""
    blocks = manuscript.blocks
    body = next((place for place, block in enumerate(blocks[:_LONGEST_HEAD]) if _begins_text(block)), 0)
    foot = _foot(blocks, body)
    lines = [line for block in blocks[:body] for line in lines_of(block)]
    kind = next((place for place, line in enumerate(lines) if KIND.match(fold(line))), None)
    above = lines[: len(lines) if kind is None else kind]
    title = _title(lines, kind) or _headline(blocks[: max(body, 1)])
    return Anatomy(body, foot, tuple(above), title)


def lines_of(block: Block) -> tuple[str, ...]:
    """The lines of a paragraph, or of all cells of a table, without empty ones."""
    if isinstance(block, Paragraph):
        return tuple(line for part in block.text.split("\n") if (line := clean(part)))
    return tuple(line for row in block.rows for cell in row for part in cell.paragraphs for line in lines_of(part))


def read_aloud(manuscript: Manuscript) -> str:
    """The words a speaker says: all but motto, number and date of the head, and the signers and recipients below."""
    anatomy = anatomy_of(manuscript)
    head = [line for block in manuscript.blocks[: anatomy.body] for line in _said_of_head(block)]
    return "\n".join([*head, *(block.text for block in manuscript.blocks[anatomy.body : anatomy.foot])])


def _said_of_head(block: Block) -> list[str]:
    lines = lines_of(block)
    if isinstance(block, Table) and any(fold(line).startswith(NATION) for line in lines):
        return []
    return [line for line in lines if not is_form_line(line)]


def is_form_line(line: str) -> bool:
    """Whether a line is motto, number or date, as letters have them."""
    folded = fold(line)
    return folded.startswith(NATION) or bool(DATE_LINE.match(folded) or NUMBER_LINE.match(folded))


def _begins_text(block: Block) -> bool:
    """A greeting, running text, a numbered heading: what no head of a paper holds."""
    if isinstance(block, Table):
        return False
    text = clean(block.text)
    folded = fold(text)
    if GREETING.match(folded) or block.role is Role.ITEM or (block.role is Role.HEADING and block.level > 1):
        return True
    is_prose = len(text) >= _PROSE and block.align not in {Align.CENTER, Align.RIGHT} and block.role is Role.TEXT
    is_prose = (
        is_prose and not KIND.match(folded) and not text.isupper() and text.rstrip(' *”"').endswith((".", ":", ";"))
    )
    return is_prose or bool(NUMBERED.match(text))


def _foot(blocks: Sequence[Block], body: int) -> int:
    """Where the signers and recipients begin: after the last "./." or at their own words, in the last blocks only."""
    for place in range(len(blocks) - 1, max(body, len(blocks) - 12) - 1, -1):
        if isinstance(blocks[place], Paragraph) and ENDING.search(clean(blocks[place].text)):
            return place + 1
    last = range(max(body, len(blocks) - 12), len(blocks))
    return next((place for place in last if _is_foot(blocks[place])), len(blocks))


def _is_foot(block: Block) -> bool:
    return any(RECIPIENTS.match(fold(line)) or SIGNER.match(fold(line)) for line in lines_of(block))


def _title(lines: Sequence[str], kind: int | None) -> str:
    """What stands beside or below the words "tham luận"."""
    if kind is None:
        return ""
    mark = KIND.match(fold(lines[kind]))
    beside = lines[kind].split(":", 1)[1].strip() if ":" in lines[kind] else ""
    if mark and not beside and len(fold(lines[kind])) > mark.end():
        beside = lines[kind]
    below = [line for line in lines[kind + 1 :] if not is_form_line(line) and not SPEAKER.match(fold(line))]
    return clean(" ".join([beside, *below]))


def _headline(blocks: Sequence[Block]) -> str:
    """A heading of the first level, or lines set in the middle that are no form lines."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and clean(block.text)]
    for paragraph in paragraphs:
        if paragraph.role is Role.HEADING and paragraph.level == 1:
            return clean(paragraph.text)
    return clean(" ".join(block.text for block in paragraphs if _is_headline(block)))


def _is_headline(block: Paragraph) -> bool:
    text = clean(block.text)
    is_bold = all(piece.bold for piece in block.pieces if piece.text.strip())
    is_set_off = block.align is Align.CENTER or (is_bold and len(text) < 2 * _PROSE)
    return is_set_off and not is_form_line(text) and not GREETING.match(fold(text)) and not NUMBERED.match(text)
