"""Walks a .docx in the order of the document and writes down one line for each paragraph with words."""

from dataclasses import dataclass, field, replace

from lxml import etree

from tongket.reading.document import Cell, Document, Line, Source
from tongket.reading.legacy import Legacy, guess_legacy, is_coded, legacy_of_font, to_unicode
from tongket.reading.limits import Limits
from tongket.reading.mending import Collector
from tongket.reading.pages import runs_on
from tongket.reading.refusals import refuse
from tongket.reading.word.labels import Labels
from tongket.reading.word.markup import CHOICE, W, chosen, content_of, number, path
from tongket.reading.word.numbering import read_counters
from tongket.reading.word.package import open_package
from tongket.reading.word.runs import Piece, Words, read_words
from tongket.reading.word.styles import Sheet, read_sheet

_TRANSPARENT = {W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}


def read(data: bytes, limits: Limits) -> Document:
    """The lines of a .docx; raises Unreadable ("broken", "entity", "empty", "scan", "too-long")."""
    package = open_package(data, limits)
    body = package.document.find(W + "body")
    if body is None:
        raise refuse("broken")
    sheet = read_sheet(package.styles)
    walk = _Walk(sheet, Labels(sheet, read_counters(package.numbering, sheet)), limits)
    walk.legacy = guess_legacy(" ".join(_raw_words(paragraph) for paragraph in body.iter(W + "p")))
    walk.blocks(body, None)
    if not walk.collector.lines:
        raise refuse("scan", found="ảnh dán vào Word") if walk.has_picture else refuse("empty")
    return Document(Source.DOCX, tuple(walk.collector.lines), mendings=tuple(walk.collector.mendings))


@dataclass(slots=True)
class _Walk:
    """One walk through a document; `carried` are the words of a paragraph whose end was struck out."""

    sheet: Sheet
    labels: Labels
    limits: Limits
    collector: Collector = field(default_factory=Collector)
    tables: int = 0
    carried: list[Piece] = field(default_factory=list)
    gap: bool = False
    has_picture: bool = False
    legacy: Legacy | None = None

    def blocks(self, parent: etree._Element, cell: Cell | None) -> None:
        """Every paragraph and table of `parent`, in order."""
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child, cell)
            elif child.tag == W + "tbl":
                self.table(child)
            else:
                self.inner_blocks(child, cell)

    def inner_blocks(self, element: etree._Element, cell: Cell | None) -> None:
        """What a content control, an alternative or a wrapper holds."""
        if element.tag == W + "sdt":
            inner = content_of(element)
        elif element.tag == CHOICE + "AlternateContent":
            inner = chosen(element)
        else:
            inner = element if element.tag in _TRANSPARENT else None
        if inner is not None:
            self.blocks(inner, cell)

    def table(self, table: etree._Element) -> None:
        """The cells of a table row by row; a nested table has a number of its own."""
        mine, self.tables = self.tables, self.tables + 1
        for row, element in enumerate(_rows(table)):
            column = number(element.find(path("trPr", "gridBefore"))) or 0
            for part in _members(element, W + "tc"):
                self.gap = False
                self.blocks(part, Cell(mine, row, column))
                column += number(part.find(path("tcPr", "gridSpan"))) or 1
        self.gap = False

    def paragraph(self, paragraph: etree._Element, cell: Cell | None) -> None:
        """One paragraph: its label, its words, then the text boxes it carries."""
        words = read_words(paragraph)
        self.has_picture = self.has_picture or words.has_picture
        self.note_corrections(words)
        pieces = [*self.carried, *words.pieces]
        properties = paragraph.find(W + "pPr")
        if properties is not None and properties.find(path("rPr", "del")) is not None:
            self.carried = pieces
        else:
            self.carried = []
            self.write(pieces, properties, cell)
        for box in words.boxes:
            self.blocks(box, cell)

    def note_corrections(self, words: Words) -> None:
        """Notes what a correction struck out or added."""
        for code, text in (("deletion", words.struck), ("insertion", words.added)):
            if text.strip():
                self.collector.note(code, text)

    def write(self, pieces: list[Piece], properties: etree._Element | None, cell: Cell | None) -> None:
        """Adds the lines of one paragraph, the label in front of the first."""
        style = self.sheet.paragraph_style(properties)
        label, indent = self.labels.next(properties, style)
        centred = self.sheet.is_centred(properties, style)
        lines = self.styled_lines(pieces, style)
        if not (centred or cell):
            lines = self.joined(lines)
        frame = Line("", centred=centred, indent=indent, cell=cell)
        written = False
        for line in lines:
            text = f"{label} {line.text.lstrip()}" if label and not written else line.text
            shape = replace(frame, text=text, bold=line.bold, italic=line.italic, gap=self.gap)
            if line.text.strip() and self.collector.add(shape):
                written, self.gap = True, False
        self.gap = self.gap or (not written and bool(self.collector.lines))
        if len(self.collector.lines) > self.limits.lines:
            raise refuse("too-long", wanted=f"{self.limits.lines} dòng")

    def styled_lines(self, pieces: list[Piece], style: str) -> list[Line]:
        """The pieces cut at line breaks; bold and italic hold where all words of a line are so."""
        lines: list[list[tuple[str, bool, bool]]] = [[]]
        for piece in pieces:
            if self.sheet.toggle("vanish", piece.properties, style):
                self.collector.note("hidden", piece.text)
            elif piece.text == "\n":
                lines.append([])
            else:
                lines[-1].append(self.styled(piece, style))
        return [_line(line) for line in lines]

    def styled(self, piece: Piece, style: str) -> tuple[str, bool, bool]:
        """A piece as it is shown, capitals written out."""
        text = self.in_unicode(piece, style)
        shown = text.upper() if self.sheet.toggle("caps", piece.properties, style) else text
        bold = self.sheet.toggle("b", piece.properties, style)
        return shown, bold, self.sheet.toggle("i", piece.properties, style)

    def in_unicode(self, piece: Piece, style: str) -> str:
        """The words of a piece; a font of TCVN3 or VNI, or the whole document, says that they are coded so."""
        legacy = legacy_of_font(self.sheet.font(piece.properties, style))
        if legacy is None and self.legacy is not None and is_coded(piece.text):
            legacy = self.legacy
        if legacy is None:
            return piece.text
        shown = to_unicode(piece.text, legacy)
        if shown != piece.text:
            self.collector.note(legacy, piece.text)
        return shown

    def joined(self, lines: list[Line]) -> list[Line]:
        """Lines of prose whose break was set by hand in the middle of a sentence, made one again."""
        kept: list[Line] = []
        for line in lines:
            if kept and runs_on(kept[-1].text.rstrip(), line.text.lstrip()):
                self.collector.note("line-break", kept[-1].text)
                both = f"{kept[-1].text.rstrip()} {line.text.lstrip()}"
                kept[-1] = Line(both, bold=kept[-1].bold and line.bold, italic=kept[-1].italic and line.italic)
            else:
                kept.append(line)
        return kept


def _raw_words(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(W + "t"))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those struck out by a correction left out."""
    return [row for row in _members(table, W + "tr") if row.find(path("trPr", "del")) is None]


def _members(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The children with `tag`, also those inside content controls and wrappers."""
    found = []
    for child in parent:
        inner = content_of(child) if child.tag == W + "sdt" else child if child.tag in _TRANSPARENT else None
        if child.tag == tag:
            found.append(child)
        elif inner is not None:
            found.extend(_members(inner, tag))
    return found


def _line(pieces: list[tuple[str, bool, bool]]) -> Line:
    worded = [piece for piece in pieces if piece[0].strip()]
    return Line(
        "".join(text for text, _, _ in pieces),
        bold=bool(worded) and all(bold for _, bold, _ in worded),
        italic=bool(worded) and all(italic for _, _, italic in worded),
    )
