"""Walks the text of a .docx in its order: paragraphs, cells, text boxes, insertions, content controls."""

from dataclasses import dataclass, field, replace

from lxml import etree

from tongket.core.text import nfc
from tongket.documents.render.values import Align
from tongket.documents.seen.dress import Wardrobe, is_drawn
from tongket.documents.seen.pages import sections_of
from tongket.documents.seen.parts import Parts, open_parts
from tongket.documents.seen.values import SeenCell, SeenDocument, SeenParagraph, SeenRun
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse
from tongket.reading.word.labels import Labels
from tongket.reading.word.markup import CHOICE, W, chosen, content_of, number, path, value
from tongket.reading.word.numbering import read_counters
from tongket.reading.word.runs import read_words
from tongket.reading.word.styles import read_sheet

_TRANSPARENT = {W + "ins", W + "moveTo", W + "customXml", W + "smartTag"}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_STRAIGHT = {"line", "straightConnector1"}
_INNER = ("insideH", "insideV")
_SIDES = ("top", "left", "bottom", "right", "start", "end")


def see(data: bytes, limits: Limits) -> SeenDocument:
    """What a .docx shows; raises Unreadable ("broken", "entity", "empty", "too-long"). It must have been examined."""
    parts = open_parts(data, limits)
    body = parts.document.find(W + "body")
    if body is None:
        raise refuse("broken")
    walk = _Walk.of(parts, limits)
    walk.blocks(body, None)
    if not any(paragraph.text.strip() for paragraph in walk.paragraphs):
        raise refuse("empty")
    sections = [*body.iterfind(".//" + path("pPr", "sectPr")), *body.iterfind(W + "sectPr")]
    pages = sections_of(sections or [etree.Element(W + "sectPr")], parts.marginals, walk.marginal_dress)
    return SeenDocument(pages, tuple(walk.paragraphs), frozenset(walk.ruled))


@dataclass(slots=True)
class _Walk:
    """One walk through a document, in one section at a time; `breaks` says that the next paragraph begins a page."""

    wardrobe: Wardrobe
    labels: Labels
    limits: Limits
    paragraphs: list[SeenParagraph] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)
    tables: int = 0
    section: int = 0
    breaks: bool = False
    box: bool = False

    @classmethod
    def of(cls, parts: Parts, limits: Limits) -> "_Walk":
        sheet = read_sheet(parts.styles)
        labels = Labels(sheet, read_counters(parts.numbering, sheet))
        return cls(Wardrobe(sheet, parts.theme_fonts), labels, limits)

    def blocks(self, parent: etree._Element, cell: SeenCell | None) -> None:
        """Every paragraph and table of `parent`, in order."""
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child, cell)
            elif child.tag == W + "tbl":
                self.table(child)
            elif (inner := _inside(child)) is not None:
                self.blocks(inner, cell)

    def table(self, table: etree._Element) -> None:
        """The cells of a table row by row; a nested table has a number of its own."""
        mine, self.tables = self.tables, self.tables + 1
        if self.is_ruled(table):
            self.ruled.add(mine)
        for row, element in enumerate(_members(table, W + "tr")):
            column = number(element.find(path("trPr", "gridBefore"))) or 0
            for part in _members(element, W + "tc"):
                self.cell(part, SeenCell(mine, row, column))
                column += number(part.find(path("tcPr", "gridSpan"))) or 1

    def cell(self, element: etree._Element, cell: SeenCell) -> None:
        """One cell; a border that only this cell has below counts as one of its last paragraph."""
        before = len(self.paragraphs)
        self.blocks(element, cell)
        if is_drawn(element.find(path("tcPr", "tcBorders")), "bottom") and len(self.paragraphs) > before:
            self.paragraphs[-1] = replace(self.paragraphs[-1], is_ruled_below=True)

    def is_ruled(self, table: etree._Element) -> bool:
        """Whether a table shows borders, its own or those of its style, unless every cell takes them off."""
        own = table.find(path("tblPr", "tblBorders"))
        style = value(table.find(path("tblPr", "tblStyle"))) or ""
        borders = own if own is not None else self.wardrobe.sheet.find(style, path("tblPr", "tblBorders"))
        cells = [
            cell.find(path("tcPr", "tcBorders")) for row in _members(table, W + "tr") for cell in row.iter(W + "tc")
        ]
        bare = all(cell is not None and not any(is_drawn(cell, side) for side in _SIDES) for cell in cells)
        return not bare and any(is_drawn(borders, side) for side in (*_SIDES, *_INNER))

    def paragraph(self, element: etree._Element, cell: SeenCell | None) -> None:
        """One paragraph with what is drawn in it, then the text boxes that it carries."""
        if len(self.paragraphs) >= self.limits.lines:
            raise refuse("too-long", wanted=f"{self.limits.lines} đoạn")
        words = read_words(element)
        properties = element.find(W + "pPr")
        style = self.wardrobe.sheet.paragraph_style(properties)
        runs = tuple(
            self.wardrobe.run(nfc(piece.text), piece.properties, style)
            for piece in words.pieces
            if not self.wardrobe.sheet.toggle("vanish", piece.properties, style)
        )
        label, _indent = self.labels.next(properties, style)
        dress = self.wardrobe.paragraph(properties, style, self.size(runs, properties, style))
        breaks = self.breaks or dress.begins_page
        self.breaks = _has_page_break(element)
        seen = SeenParagraph(
            runs,
            dress.align,
            dress.first_line_mm,
            dress.left_mm,
            dress.before_pt,
            dress.after_pt,
            dress.lines,
            label,
            dress.is_ruled_above,
            dress.is_ruled_below,
            _straight_lines(element),
            cell,
            self.box,
            self.section,
            breaks,
            _has_picture(element),
        )
        self.paragraphs.append(seen)
        self.boxes(words.boxes, cell)
        if properties is not None and properties.find(W + "sectPr") is not None:
            self.section, self.breaks = self.section + 1, True

    def boxes(self, boxes: list[etree._Element], cell: SeenCell | None) -> None:
        """What text boxes hold, after the paragraph that they hang on."""
        before, self.box = self.box, True
        for box in boxes:
            self.blocks(box, cell)
        self.box = before

    def size(self, runs: tuple[SeenRun, ...], properties: etree._Element | None, style: str) -> float:
        """The size of the first letters, or of the mark that ends an empty paragraph."""
        if runs:
            return runs[0].size_pt
        mark = properties.find(W + "rPr") if properties is not None else None
        return self.wardrobe.run("", mark, style).size_pt

    def marginal_dress(self, element: etree._Element) -> tuple[Align, float]:
        """Alignment and size of a paragraph of a header or footer; a frame or a box aligns what it holds."""
        properties = element.find(W + "pPr")
        style = self.wardrobe.sheet.paragraph_style(properties)
        fields = [each for each in element.iter(W + "r") if each.find(W + "instrText") is not None]
        runs = fields or list(element.iter(W + "r"))
        size = self.wardrobe.run("", runs[0].find(W + "rPr") if runs else None, style).size_pt
        frame = self.wardrobe.sheet.property("framePr", properties, style)
        framed = value(frame, "xAlign") or ""
        if framed:
            return {"center": Align.CENTER, "right": Align.RIGHT}.get(framed, Align.LEFT), size
        return self.wardrobe.paragraph(properties, style, size).align, size


def _inside(element: etree._Element) -> etree._Element | None:
    """Where to read on below an element that is no paragraph and no table."""
    if element.tag == W + "sdt":
        return content_of(element)
    if element.tag == CHOICE + "AlternateContent":
        return chosen(element)
    return element if element.tag in _TRANSPARENT else None


def _members(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The children with `tag`, also those inside content controls; rows struck out by a correction are left out."""
    found = []
    for child in parent:
        if child.tag == tag:
            found += [child] if child.find(path("trPr", "del")) is None else []
        elif (inner := _inside(child)) is not None:
            found += _members(inner, tag)
    return found


def _has_page_break(element: etree._Element) -> bool:
    return any(value(each, "type") == "page" for each in element.iter(W + "br"))


def _has_picture(element: etree._Element) -> bool:
    """Whether a picture is drawn in a paragraph, in today's or in the old way."""
    found = (*element.iter(_PICTURE + "pic"), *element.iter(_VML + "imagedata"))
    return bool(found)


def _straight_lines(element: etree._Element) -> int:
    """How many straight lines are drawn in a paragraph; old drawings stand again in a fallback, which is not asked."""
    drawn = sum(each.get("prst") in _STRAIGHT for each in element.iter(_DRAWING + "prstGeom"))
    if drawn:
        return drawn
    plain = sum(1 for _ in element.iter(_VML + "line"))
    shapes = [*element.iter(_VML + "shape"), *element.iter(_VML + "rect")]
    connectors = sum(each.get("type", "").endswith("_t32") or each.get(_OFFICE + "hr") == "t" for each in shapes)
    return plain + connectors
