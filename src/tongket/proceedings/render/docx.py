"""The whole volume as .docx for an office that edits it: real headings, contents, notes, a section for each chapter.

What was a page in the PDF may begin a line later here: titles of chapters are lines of the text, for Word lists them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Mm

from tongket.documents.render.chapters import Chapter, DocumentChapter, ForeignChapter, ListChapter, PaperChapter
from tongket.documents.render.compose import compose
from tongket.documents.render.docx import zipped
from tongket.documents.render.docx_base import styled_package
from tongket.documents.render.docx_xml import Writer as DocumentWriter
from tongket.documents.render.drawn_png import drawn_in, pngs_of
from tongket.documents.render.flow import Flow as DocumentFlow
from tongket.documents.render.layout import layout_of
from tongket.documents.render.values import Profile
from tongket.papers.render.docx_xml import Writer as PaperWriter
from tongket.papers.render.flow import Flow
from tongket.papers.render.letters import shown
from tongket.papers.render.pictures import kind_of
from tongket.proceedings.render import words
from tongket.proceedings.render.by_hand import flow_of
from tongket.proceedings.render.chapter_data import list_flow
from tongket.proceedings.render.data import by_line, filled, index_groups, is_listed, numbered, opens, title_of
from tongket.proceedings.render.docx_markup import (
    BUILT_IN,
    NAMESPACES,
    NOTE_MARK,
    NOTE_RULES,
    STYLES,
    contents,
    foot,
    head,
    marked,
    paragraph,
)
from tongket.proceedings.render.docx_styles import document_styles, fill, paper_styles, style_xml
from tongket.proceedings.render.foreign import lines_of_foreign
from tongket.proceedings.render.index import Letter
from tongket.proceedings.render.running import chapter_head, part_head
from tongket.proceedings.render.values import ChapterPages, Part, Volume

# Where a paragraph names its style; drawn lines have the same in every document.
_STYLE = re.compile(r'(?<=<w:pStyle w:val=")(?!drawn")')
_NOTES = "/word/footnotes.xml"


def docx_of_volume(volume: Volume, pages: Sequence[ChapterPages] = ()) -> bytes:
    """The volume as .docx; `pages`, as the PDF has them, stand in the contents and the index until Word counts its own.

    The same values always give the same bytes.
    """
    return _Book(volume, {each.code: each.first for each in pages}).whole()


class _Book:
    """Writes one volume; notes, pictures and bookmarks count through all of it."""

    def __init__(self, volume: Volume, pages: Mapping[str, int]) -> None:
        self.volume, self.pages, self.parts = volume, pages, filled(volume)
        sheet = volume.form.sheet
        self.line_mm = sheet.width_mm - sheet.left_mm - sheet.right_mm
        self.flows = {
            each.code: flow_of(each, volume.form) for each in self.chapters() if isinstance(each, PaperChapter)
        }
        self.paper_styles = paper_styles(list(self.flows.values()))
        self.package = styled_package(layout_of(Profile.FRONT), STYLES | document_styles(self.chapters()))
        self.notes: list[str] = []
        self.drawings = self.marks = self.media = 0
        for code in BUILT_IN:
            self.package.styles.element.get_by_id(code).attrib.pop(qn("w:customStyle"))
        self.package.styles.element.append(parse_xml(NOTE_MARK))
        for style, (properties, size) in self.paper_styles.items():
            self.package.styles.element.append(parse_xml(style_xml(style, properties, size)))

    def chapters(self) -> Iterator[Chapter]:
        """Every chapter in order."""
        return (chapter for part in self.parts for chapter in part.chapters)

    def whole(self) -> bytes:
        """The file."""
        self.put(self.cover())
        self.begin(self.package.sections[0])
        self.section(words.CONTENTS, "")
        self.put(marked("Heading1", words.CONTENTS, self.mark()), contents(self.rows(), self.line_mm))
        for place, part in enumerate(self.parts, 1):
            self.part(place, part)
        self.index()
        self.add_notes()
        properties = self.package.core_properties
        properties.title, properties.author = title_of(self.volume), shown(" ".join(self.volume.cover.own))
        properties.language, properties.comments = "vi-VN", ""
        target = BytesIO()
        self.package.save(target)
        with ZipFile(target) as made:
            return zipped({name: made.read(name) for name in made.namelist()})

    def put(self, *markup: str) -> None:
        """Adds blocks at the end of the body."""
        last = self.package.element.body.sectPr
        for block in parse_xml(f"<w:body {NAMESPACES}>{''.join(markup)}</w:body>"):
            last.addprevious(block)

    def mark(self) -> int:
        """The number of the next bookmark."""
        self.marks += 1
        return self.marks

    def cover(self) -> str:
        """The cover, plainly: who edits it has a designer or none."""
        cover = self.volume.cover
        lines = [paragraph("CoverIssuer", shown(line)) for line in cover.above]
        lines += [paragraph("CoverOwn", shown(line)) for line in cover.own]
        lines += [paragraph("CoverTitle", shown(cover.title)), paragraph("CoverSubtitle", shown(cover.subtitle))]
        return "".join(
            (*lines, paragraph("CoverDay", shown(cover.day)), paragraph("CoverOwn", shown(cover.place_and_year)))
        )

    def rows(self) -> list[tuple[int, str, int | None]]:
        """The rows of the contents."""
        made: list[tuple[int, str, int | None]] = []
        for place, part in enumerate(self.parts, 1):
            first = self.pages.get(part.chapters[0].code)
            made.append((1, numbered(place, part), first - 1 if first and opens(part) else first))
            listed = [chapter for chapter in part.chapters if is_listed(chapter, part)]
            made += [(2, shown(chapter.title), self.pages.get(chapter.code)) for chapter in listed]
        return made

    def section(self, left: str, right: str, *, is_landscape: bool = False) -> None:
        """A new section on a new page with its own head."""
        section = self.package.add_section(WD_SECTION.NEW_PAGE)
        self.begin(section, is_landscape=is_landscape)
        sheet, has_foot = self.volume.form.sheet, not self.package.sections[1].footer.is_linked_to_previous
        wide = self.line_mm + (sheet.height_mm - sheet.width_mm if is_landscape else 0)
        fill(section.header, head(left, right, wide))
        if not has_foot:
            fill(section.footer, foot())

    def begin(self, section: Section, *, is_landscape: bool = False) -> None:
        """Paper and margins of a section."""
        sheet = self.volume.form.sheet
        sizes = (sheet.height_mm, sheet.width_mm) if is_landscape else (sheet.width_mm, sheet.height_mm)
        section.page_width, section.page_height = Mm(sizes[0]), Mm(sizes[1])
        section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
        section.top_margin, section.bottom_margin = Mm(sheet.top_mm), Mm(sheet.bottom_mm)
        section.left_margin, section.right_margin = Mm(sheet.left_mm), Mm(sheet.right_mm)
        section.header_distance, section.footer_distance = Mm(9), Mm(8)

    def part(self, place: int, part: Part) -> None:
        """A part; one of several chapters has its heading on a page of its own, each chapter is a section."""
        label = part_head(shown(part.label), self.line_mm)
        self.section(label, "" if opens(part) else chapter_head(part.chapters[0], self.line_mm))
        self.put(marked("Heading1", numbered(place, part), self.mark()))
        for chapter in part.chapters:
            if opens(part):
                self.section(label, chapter_head(chapter, self.line_mm))
            self.chapter(chapter, part, label)

    def chapter(self, chapter: Chapter, part: Part, label: str) -> None:
        """A chapter under its heading."""
        if is_listed(chapter, part):
            self.put(marked("Heading2", shown(chapter.title), self.mark()))
        if by_line(chapter):
            self.put(paragraph("ByLine", by_line(chapter)))
        match chapter:
            case PaperChapter():
                self.put(self.paper(self.flows[chapter.code]))
            case DocumentChapter():
                self.document(compose(chapter.document), chapter, label)
            case ListChapter():
                self.document(list_flow(chapter), chapter, label)
            case ForeignChapter():
                self.put(*(paragraph("Plain", shown(line)) for line in lines_of_foreign(chapter.data)))

    def paper(self, flow: Flow) -> str:
        """The blocks of a paper; its notes and pictures are counted on from those before."""
        writer = PaperWriter(flow, {name.removeprefix("paper-"): look for name, look in self.paper_styles.items()})
        writer.notes, writer.drawings = self.notes, self.drawings
        before = len(self.notes)
        made = _STYLE.sub("paper-", writer.blocks())
        self.drawings = writer.drawings
        self.notes[before:] = [_STYLE.sub("paper-", note) for note in self.notes[before:]]
        for place in writer.media:
            picture = self.picture(flow.pictures[place].data, str(kind_of(flow.pictures[place])))
            made = made.replace(f'<a:blip r:embed="picture{place}"', f'<a:blip r:embed="{picture}"')
        return made

    def picture(self, data: bytes, kind: str) -> str:
        """The relation to a picture of that type."""
        self.media += 1
        name = PackURI(f"/word/media/picture{self.media}.{kind.removeprefix('image/')}")
        part = PackagePart(name, kind, data, self.package.part.package)
        return self.package.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def document(self, flow: DocumentFlow, chapter: DocumentChapter | ListChapter, label: str) -> None:
        """An official document; a turned annex is a section of its own."""
        profile = chapter.document.profile if isinstance(chapter, DocumentChapter) else Profile.FRONT
        pictures = [self.picture(png, "image/png") for png in pngs_of(drawn_in(flow))]
        writer, turned = DocumentWriter(flow.layout, flow.styles, before=self.drawings, relations=pictures), False
        for number, sheet in enumerate(flow.sheets):
            if sheet.is_landscape != turned:
                turned = sheet.is_landscape
                self.section(label, chapter_head(chapter, self.line_mm), is_landscape=turned)
            elif number:
                self.put('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
            self.put(_STYLE.sub(f"{profile}-", writer.pieces(sheet.pieces)))
        self.drawings += len(pictures)

    def index(self) -> None:
        """Authors and units with their pages."""
        groups = index_groups(self.volume)
        if not groups:
            return
        self.section(words.INDEX, "")
        self.put(marked("Heading1", words.INDEX, self.mark()))
        for group in groups:
            self.put(paragraph("IndexLetter", group.title), *map(self.letter, group.letters))

    def letter(self, letter: Letter) -> str:
        """The names under one letter."""
        lines = (paragraph("IndexLine", self.index_line(each.name, each.codes)) for each in letter.entries)
        return "".join((paragraph("IndexLetter", letter.letter), *lines))

    def index_line(self, name: str, codes: Sequence[str]) -> str:
        """A name and where its chapters begin."""
        pages = ", ".join(str(self.pages[code]) for code in codes if code in self.pages)
        return f"{shown(name)}: {pages}" if pages else shown(name)

    def add_notes(self) -> None:
        """The part that holds all notes."""
        blob = f"<w:footnotes {NAMESPACES}>{NOTE_RULES}{''.join(self.notes)}</w:footnotes>".encode()
        part = PackagePart(PackURI(_NOTES), CONTENT_TYPE.WML_FOOTNOTES, blob, self.package.part.package)
        self.package.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
