"""Papers of authors made up for tests and benchmarks: the same number always gives the same paper."""

import struct
import tomllib
import zlib
from dataclasses import replace
from pathlib import Path
from random import Random

from tongket.reading.manuscript.values import (
    Align,
    Block,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Picture,
    Piece,
    Role,
    Sheet,
    Spacing,
    Table,
)

WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("manuscript_words.toml").read_text(encoding="utf-8")
)
# About so many letters fill a page of the standard form.
LETTERS_A_PAGE = 2_450
_SPACING = Spacing(lines=1.15, after_pt=6.0, first_line_pt=28.35)


def sample_paper(number: int, *, pages: float | None = None, is_plain: bool = False) -> Manuscript:
    """The paper of that number, about `pages` long (1 to 6 where None); a plain one has text and headings only."""
    draw = Random(number)
    return _Writer(draw, is_plain=is_plain).paper(pages or draw.uniform(0.8, 6.2))


def sample_papers(count: int, *, pages: float | None = None, first: int = 0) -> list[Manuscript]:
    """Papers of consecutive numbers."""
    return [sample_paper(number, pages=pages) for number in range(first, first + count)]


def plain_paper(*texts: str) -> Manuscript:
    """A paper of such paragraphs."""
    return Manuscript(Nature.TEXT, tuple(Paragraph((Piece(text),)) for text in texts))


def png(width: int, height: int, shade: int = 200) -> bytes:
    """A PNG of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class _Writer:
    """Writes one paper; what it draws decides what the paper holds."""

    def __init__(self, draw: Random, *, is_plain: bool) -> None:
        self.draw, self.is_plain = draw, is_plain
        self.place = draw.choice(WORDS["places"])
        self.notes: list[tuple[Paragraph, ...]] = []
        self.pictures: list[Picture] = []
        self.long = draw.choice((2, 4, 7))
        self.habits = {
            name: draw.random() < 0.55 for name in ("tables", "items", "pictures", "notes", "marks", "official")
        }

    def paper(self, pages: float) -> Manuscript:
        blocks: list[Block] = self.opening()
        wanted, heading = pages * LETTERS_A_PAGE, 0
        while (left := wanted - sum(map(self.letters, blocks))) > 0:
            if self.draw.random() < 0.22:
                heading += 1
                blocks.append(self.heading(heading))
            blocks += self.passage(int(left))
        blocks += self.closing()
        return Manuscript(Nature.DOCX, tuple(blocks), notes=tuple(self.notes), pictures=tuple(self.pictures))

    def letters(self, block: Block) -> int:
        """About how many letters of text would take the room of a block."""
        if isinstance(block, Table):
            return 65 * sum(max(len(cell.paragraphs) for cell in row) for row in block.rows)
        high = sum(self.pictures[piece.picture].height_mm for piece in block.pieces if piece.picture is not None)
        return len(block.text) + 60 + int(10 * high)

    def opening(self) -> list[Block]:
        title = f"{self.draw.choice(WORDS['models'])}: cách làm của {self.place}"
        made: list[Block] = [self.official()] if self.habits["official"] and not self.is_plain else []
        made.append(_line("BÁO CÁO THAM LUẬN", bold=True, align=Align.CENTER, role=Role.HEADING, level=1))
        made.append(_line(title, bold=True, align=Align.CENTER))
        made.append(_line("Kính thưa Đoàn Chủ tịch, kính thưa quý vị đại biểu!", italic=True))
        return made

    def official(self) -> Table:
        """The head of official documents in two columns."""
        left = (
            _line("ỦY BAN MTTQ VIỆT NAM TP TAM KỲ", align=Align.CENTER),
            _line(f"BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ {self.place.upper()}", bold=True, align=Align.CENTER),
        )
        right = (
            _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align=Align.CENTER),
            _line("Độc lập - Tự do - Hạnh phúc", bold=True, align=Align.CENTER, underlined=True),
            _line(f"{self.place}, ngày 19 tháng 10 năm 2024", italic=True, align=Align.CENTER),
        )
        return Table(((Cell(left), Cell(right)),), widths=(0.44, 0.56), is_ruled=False)

    def heading(self, number: int) -> Paragraph:
        said = self.draw.choice(WORDS["headings"])
        if self.draw.random() < 0.3:
            return _line(
                f"{number}.1. {said} ở thôn {self.draw.choice(WORDS['villages'])}",
                bold=True,
                role=Role.HEADING,
                level=3,
            )
        return _line(f"{number}. {said}", bold=True, role=Role.HEADING, level=2)

    def passage(self, left: int) -> list[Block]:
        kind = self.draw.random()
        if self.is_plain or kind < 0.72:
            return [self.paragraph(left)]
        if kind < 0.85 and self.habits["items"]:
            mark = self.draw.choice(("-", "+", "a)", "•"))
            return [self.item(mark) for _ in range(self.draw.randint(2, 5))]
        if kind < 0.93 and self.habits["tables"]:
            return [_line("Kết quả cụ thể như sau:"), self.table()]
        if self.habits["pictures"]:
            return [self.picture(), _line("Ảnh: bà con ra quân sáng chủ nhật", italic=True, align=Align.CENTER)]
        return [self.paragraph(left)]

    def paragraph(self, left: int) -> Paragraph:
        sentences = [self.sentence() for _ in range(self.draw.randint(1, self.long))]
        text = " ".join(sentences)[: max(left, 40)]
        return Paragraph(self.dressed(text), spacing=_SPACING)

    def dressed(self, text: str) -> tuple[Piece, ...]:
        """Some words bold, italic or raised, a note at the end: as the paper's habits are."""
        pieces = [Piece(text)]
        if self.habits["marks"] and not self.is_plain and len(text) > 80 and self.draw.random() < 0.5:
            begin = self.draw.randint(0, len(text) // 2)
            end = begin + self.draw.randint(5, 60)
            name = self.draw.choice(("bold", "italic", "underlined", "bold"))
            pieces = [Piece(text[:begin]), Piece(text[begin:end], **{name: True}), Piece(text[end:])]
            if self.draw.random() < 0.2:
                pieces += [
                    Piece(" Diện tích 250 m"),
                    Piece("2", raised=True),
                    Piece(", khí CO"),
                    Piece("2", lowered=True),
                    Piece(" giảm."),
                ]
        if self.habits["notes"] and not self.is_plain and self.draw.random() < 0.15:
            pieces.append(Piece("", note=len(self.notes)))
            self.notes.append((_line(self.sentence()),))
        return tuple(piece for piece in pieces if piece.text or piece.note is not None)

    def item(self, mark: str) -> Paragraph:
        return Paragraph((Piece(self.filled(self.draw.choice(WORDS["items"]))),), role=Role.ITEM, mark=mark)

    def table(self) -> Table:
        head = ("STT", "Nội dung việc làm", "Số hộ", "Ghi chú")[: self.draw.choice((3, 4))]
        rows = [
            (
                str(row),
                self.draw.choice(WORDS["works"]).capitalize(),
                str(self.draw.randint(3, 900)),
                self.draw.choice(WORDS["villages"]),
            )
            for row in range(1, self.draw.randint(3, 12))
        ]
        heading = tuple(Cell((_line(said, bold=True, align=Align.CENTER),)) for said in head)
        body = tuple(tuple(Cell((_line(said, align=Align.LEFT),)) for said in row[: len(head)]) for row in rows)
        return Table((heading, *body), heading_rows=1)

    def picture(self) -> Paragraph:
        width, height = self.draw.randint(40, 190), self.draw.randint(30, 110)
        self.pictures.append(Picture(png(width, height, self.draw.randint(120, 230)), "image/png", width, height))
        return Paragraph((Piece("", picture=len(self.pictures) - 1),), align=Align.CENTER)

    def closing(self) -> list[Block]:
        return [
            _line("Xin trân trọng cảm ơn quý vị đại biểu./."),
            _line("TM. BAN THƯỜNG TRỰC", bold=True, align=Align.RIGHT),
            _line(self.person(), bold=True, align=Align.RIGHT),
        ]

    def sentence(self) -> str:
        return self.filled(self.draw.choice(WORDS["sentences"]))

    def person(self) -> str:
        return " ".join(self.draw.choice(names) for names in (WORDS["family"], WORDS["middle"], WORDS["given"]))

    def filled(self, template: str) -> str:
        draw = self.draw
        return template.format(
            place=self.place,
            village=draw.choice(WORDS["villages"]),
            body=draw.choice(WORDS["bodies"]),
            other=draw.choice(WORDS["bodies"]),
            work=draw.choice(WORDS["works"]),
            more=draw.choice(WORDS["works"]),
            people=draw.choice(WORDS["people"]),
            model=draw.choice(WORDS["models"]),
            paper=draw.choice(WORDS["papers_of_state"]),
            hard=draw.choice(WORDS["hard"]),
            person=self.person(),
            number=draw.randint(21, 980),
            small=draw.randint(2, 19),
            money=draw.randint(15, 480),
            percent=f"{draw.randint(41, 99)},{draw.randint(1, 9)}",
            age=draw.randint(58, 91),
            year=draw.randint(2019, 2024),
            month=draw.randint(1, 12),
            day=f"{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{draw.randint(2019, 2024)}",
        )


def _line(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underlined: bool = False,
    align: Align = Align.JUSTIFY,
    role: Role = Role.TEXT,
    level: int = 0,
) -> Paragraph:
    pieces = (Piece(text, bold=bold, italic=italic, underlined=underlined),)
    return Paragraph(pieces, role=role, level=level, align=align, spacing=_SPACING)


def as_its_author_set_it(paper: Manuscript, number: int) -> Manuscript:
    """`paper` on a sheet, in sizes and with spacing of its author's own, drawn by `number`."""
    draw = Random(number)
    spacing = Spacing(
        lines=draw.choice((1.0, 1.15, 1.3, 1.5)),
        exact_pt=draw.choice((None, None, 18.0, 20.0)),
        before_pt=draw.choice((0.0, 0.0, 6.0)),
        after_pt=draw.choice((0.0, 3.0, 6.0, 8.0)),
        first_line_pt=draw.choice((0.0, 28.35, 36.0)),
        left_pt=draw.choice((0.0, 0.0, 18.0)),
    )
    size, gap = draw.choice((12.0, 13.0, 14.0, 15.0)), draw.choice((0.0, 0.0, -0.3, 0.4))
    blocks = [_set(block, spacing, size, gap, breaks=draw.random() < 0.02) for block in paper.blocks]
    sheet = Sheet(
        top_mm=draw.choice((20.0, 25.4)),
        bottom_mm=20.0,
        left_mm=draw.choice((25.0, 30.0)),
        right_mm=draw.choice((15.0, 20.0)),
    )
    notes = tuple(tuple(_dressed(part, Spacing(), 10.0, 0.0) for part in note) for note in paper.notes)
    return replace(paper, blocks=tuple(blocks), notes=notes, sheet=sheet)


def _set(block: Block, spacing: Spacing, size: float, gap: float, *, breaks: bool) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                replace(cell, paragraphs=tuple(_dressed(part, Spacing(), size - 1, 0.0) for part in cell.paragraphs))
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, rows=rows)
    is_shown = any(piece.picture is not None for piece in block.pieces)
    own = replace(spacing, exact_pt=None, lines=1.0) if is_shown else spacing
    if block.align is not Align.JUSTIFY:
        own = replace(own, first_line_pt=0.0)
    return replace(_dressed(block, own, size, gap), breaks_before=breaks)


def _dressed(paragraph: Paragraph, spacing: Spacing, size: float, gap: float) -> Paragraph:
    pieces = tuple(replace(piece, size_pt=size, letter_gap_pt=gap) for piece in paragraph.pieces)
    return replace(paragraph, pieces=pieces, spacing=spacing)
