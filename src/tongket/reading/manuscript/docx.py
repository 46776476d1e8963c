"""Walks a .docx in the order of the document and writes down its blocks with the dress they wear."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from tongket.reading.legacy import Legacy, guess_legacy
from tongket.reading.limits import Limits
from tongket.reading.manuscript.answer import Draft
from tongket.reading.manuscript.dress import Surroundings, Wardrobe, is_coloured
from tongket.reading.manuscript.markup import inner, members
from tongket.reading.manuscript.parts import Parts, open_parts
from tongket.reading.manuscript.setting import Sections
from tongket.reading.manuscript.stretches import Stretch, inside_of
from tongket.reading.manuscript.tables import Grid, is_ruled, paints
from tongket.reading.manuscript.values import Block, Manuscript, Nature, Paragraph, Piece, Role, Spacing, Table
from tongket.reading.manuscript.wording import Wording
from tongket.reading.refusals import refuse
from tongket.reading.word.labels import Labels
from tongket.reading.word.markup import W, path, value
from tongket.reading.word.numbering import read_counters
from tongket.reading.word.styles import read_sheet

# So many letters fill a page; a paper of more than the limit of pages is none.
_LETTERS_PER_PAGE = 4000


def draft(data: bytes, limits: Limits) -> Draft:
    """What the child process answers: the manuscript; no page of a .docx is a picture by itself."""
    return Draft(read(data, limits))


def read(data: bytes, limits: Limits) -> Manuscript:
    """The manuscript in a .docx that was examined; raises Unreadable ("broken", "entity", "empty", "scan", "too-long").

    A picture that no word accompanies is a scan pasted into Word.
    """
    parts = open_parts(data, limits)
    body = parts.document.find(W + "body")
    if body is None:
        raise refuse("broken")
    walk = _Walk.of(parts, limits)
    blocks = walk.gather(body, Surroundings(), is_body=True)
    walk.settle_notes()
    if not any(block.text.strip() for block in blocks):
        raise refuse("scan", found="ảnh dán vào Word") if walk.wording.album.pictures else refuse("empty")
    return Manuscript(
        Nature.DOCX,
        tuple(blocks),
        notes=tuple(walk.notes),
        pictures=tuple(walk.wording.album.pictures),
        sheet=walk.sections.sheet,
        mendings=tuple(walk.wording.mendings),
        lost=tuple(dict.fromkeys(walk.wording.lost)),
    )


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A paragraph with what decides whether it keeps its distance from its neighbours."""

    block: Block
    style: str = ""
    is_close: bool = False


@dataclass(slots=True)
class _Walk:
    """One walk through a document; `carried` are the words of a paragraph whose end was struck out."""

    wardrobe: Wardrobe
    wording: Wording
    sections: Sections
    limits: Limits
    notes: list[tuple[Paragraph, ...]] = field(default_factory=list)
    carried: list[Stretch] = field(default_factory=list)
    breaks: bool = False
    letters: int = 0
    paragraphs: int = 0

    @classmethod
    def of(cls, parts: Parts, limits: Limits) -> "_Walk":
        sheet = read_sheet(parts.styles)
        wardrobe = Wardrobe(sheet, Labels(sheet, read_counters(parts.numbering, sheet)))
        return cls(wardrobe, Wording(wardrobe, parts, _legacy_of(parts.document)), Sections.of(parts.document), limits)

    def gather(self, parent: etree._Element, around: Surroundings, *, is_body: bool = False) -> list[Block]:
        """The blocks of `parent` in order, those of one style that stand close made so."""
        shaped: list[_Shaped] = []
        for element in _flow(parent):
            self.wording.place = len(shaped) if is_body else self.wording.place
            shaped.extend(self.shaped(element, around))
        return _settled(shaped)

    def shaped(self, element: etree._Element, around: Surroundings) -> Iterator[_Shaped]:
        """What one paragraph or table comes to: text boxes follow the paragraph they hang on."""
        if element.tag == W + "tbl":
            yield _Shaped(self.table(element, around))
            return
        self.paragraphs += 1
        if self.paragraphs > self.limits.lines:
            raise refuse("too-long", wanted=f"{self.limits.lines} đoạn")
        inside = inside_of(element)
        self.wording.note_corrections(inside)
        properties = element.find(W + "pPr")
        stretches = [*self.carried, *inside.stretches]
        self.carried = stretches if _runs_into_the_next(properties) else []
        if not self.carried:
            yield from self.paragraph(stretches, properties, around)
        for box in self.wording.take_boxes():
            within = replace(around, is_shaded=True)
            yield from (_Shaped(block) for block in self.gather(box, within))
        if properties is not None and properties.find(W + "sectPr") is not None:
            self.breaks = self.sections.next_begins_page() or self.breaks

    def paragraph(
        self, stretches: Sequence[Stretch], properties: etree._Element | None, around: Surroundings
    ) -> Iterator[_Shaped]:
        """One paragraph, or several where the author began a new page in the middle of it."""
        frame = self.wardrobe.frame(properties, around)
        mark = self.wardrobe.labels.counters.next_label(frame.list_id, frame.place)
        role = Role.HEADING if frame.level else Role.ITEM if mark else Role.TEXT
        depth = frame.level or (frame.place if mark else 0)
        self.breaks = self.breaks or frame.begins_page
        is_first = True
        for part in _pages_of(stretches):
            if not is_first and not part:
                self.breaks = True
                continue
            pieces = self.pieces(part, properties, frame.within)
            align, spacing = self.wardrobe.paragraph(properties, frame.within, max(piece.size_pt for piece in pieces))
            breaks = self.breaks or not is_first
            seen = mark if is_first else ""
            made = Paragraph(pieces, role, depth, seen, align, spacing, breaks_before=breaks)
            yield _Shaped(made, frame.within.style, frame.is_close)
            is_first = self.breaks = False

    def pieces(
        self, stretches: Sequence[Stretch], properties: etree._Element | None, within: Surroundings
    ) -> tuple[Piece, ...]:
        """The words of a paragraph in their dress; one without words keeps the size of its end."""
        pieces = self.wording.pieces(stretches, within)
        if not pieces:
            end = properties.find(W + "rPr") if properties is not None else None
            pieces = [replace(self.wardrobe.piece("", end, within), is_hidden=False)]
        self.letters += sum(len(piece.text) for piece in pieces)
        if self.letters > self.limits.pages * _LETTERS_PER_PAGE:
            raise refuse("too-long", wanted=f"{self.limits.pages} trang")
        return tuple(pieces)

    def table(self, element: etree._Element, around: Surroundings) -> Table:
        """A table; a table in a cell is read in order and leaves its words there."""
        style = value(element.find(path("tblPr", "tblStyle"))) or ""
        painted = around.is_shaded or paints(self.wardrobe.sheet, style)
        inside = Surroundings(table_style=style, is_shaded=painted)
        grid = Grid()
        for row in members(element, W + "tr"):
            grid.add(row, ((cell, self.cell(cell, inside)) for cell in members(row, W + "tc")))
        return Table(
            grid.rows(),
            grid.heading_rows,
            grid.widths(element, self.sections.line_mm),
            is_ruled(self.wardrobe.sheet, element, style),
        )

    def cell(self, element: etree._Element, around: Surroundings) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell."""
        painted = around.is_shaded or is_coloured(element.find(path("tcPr", "shd")))
        return tuple(_flattened(self.gather(element, replace(around, is_shaded=painted))))

    def settle_notes(self) -> None:
        """Reads the notes that the text points at, in that order; a note that points at others brings them too."""
        while len(self.notes) < len(self.wording.noted):
            note = self.wording.parts.notes[self.wording.noted[len(self.notes)]]
            self.notes.append(tuple(_flattened(self.gather(note, Surroundings()))))


def _settled(shaped: Sequence[_Shaped]) -> list[Block]:
    """The blocks, without the distance between neighbours of one style that want none (17.3.1.9)."""
    blocks: list[Block] = []
    for place, each in enumerate(shaped):
        before, after = shaped[place - 1 : place], shaped[place + 1 : place + 2]
        blocks.append(_closed(each, before, after) if each.is_close else each.block)
    return blocks


def _closed(each: _Shaped, before: Sequence[_Shaped], after: Sequence[_Shaped]) -> Block:
    assert isinstance(each.block, Paragraph)
    spacing: Spacing = each.block.spacing
    if any(other.style == each.style for other in before):
        spacing = replace(spacing, before_pt=0.0)
    if any(other.style == each.style for other in after):
        spacing = replace(spacing, after_pt=0.0)
    return replace(each.block, spacing=spacing)


def _flow(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of `parent`, also those inside content controls and wrappers."""
    for child in parent:
        if child.tag in {W + "p", W + "tbl"}:
            yield child
        elif (below := inner(child)) is not None:
            yield from _flow(below)


def _flattened(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of `blocks`, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (each for row in block.rows for cell in row for each in cell.paragraphs)


def _runs_into_the_next(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph was struck out, or it is nothing but the great first letter of the next."""
    if properties is None:
        return False
    frame = properties.find(W + "framePr")
    is_initial = (value(frame, "dropCap") or "none") != "none"
    return is_initial or properties.find(path("rPr", "del")) is not None


def _pages_of(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches cut at page breaks."""
    pages: list[list[Stretch]] = [[]]
    for stretch in stretches:
        if stretch.new_page:
            pages.append([])
        else:
            pages[-1].append(stretch)
    return pages


def _legacy_of(document: etree._Element) -> Legacy | None:
    """The coding of a document whose fonts do not name it: old texts often stand in fonts of today."""
    return guess_legacy(" ".join(each.text or "" for each in document.iter(W + "t")))
