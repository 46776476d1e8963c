"""The empty .docx of each profile, made once by python-docx: named styles, settings, headers and footers."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tongket.documents.render.layout import Layout, layout_of
from tongket.documents.render.styles import ASCENT, Style, styles_of
from tongket.documents.render.values import Align, Profile

# The style of drawn lines, boxes' surroundings and blank room, which take their height from the paragraph itself.
DRAWN = "drawn"
_ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Word 2013 and later squeeze blanks to fit one word more into a line; at 14 every Word breaks lines alike.
_COMPATIBLE = (
    f'<w:compat xmlns:w="{_W}"><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>'
)
_AFTER_COMPAT = (
    "docVars",
    "rsids",
    "themeFontLang",
    "clrSchemeMapping",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
)
_UNUSED_PARTS = {"thumbnail", "stylesWithEffects", "customXml", "numbering", "webSettings", "theme"}


@dataclass(frozen=True, slots=True)
class Base:
    """The parts of an empty package by name, and how its headers and footers are referred to in a section."""

    parts: dict[str, bytes]
    first_references: str
    later_references: str
    contact_part: str


@cache
def base_of(profile: Profile) -> Base:
    """The empty package of the profile."""
    document = styled_package(layout_of(profile), styles_of(profile))
    contact_part = _set_headers(document)
    first, later = (_references(section._sectPr) for section in document.sections)
    return Base(_parts(document), first, later, contact_part)


def styled_package(layout: Layout, styles: dict[str, Style]) -> Package:
    """An empty package with these styles by their codes, those of our drawn lines, and nothing else."""
    document = Document()
    _set_defaults(document, layout)
    _drop_unused(document)
    for code, style in (styles | {DRAWN: Style("Đường kẻ, khoảng trống", 1)}).items():
        _add_style(document, code, style, layout.page.font.use)
    _set_settings(document)
    return document


def _drop_unused(document: Package) -> None:
    """Takes away what python-docx's own template brings: styles that we do not use, a picture, a theme, lists."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)
    for holder in (document.part.package, document.part):
        for key in [key for key, each in holder.rels.items() if each.reltype.rpartition("/")[2] in _UNUSED_PARTS]:
            del holder.rels[key]


def _set_defaults(document: Package, layout: Layout) -> None:
    """Times New Roman for every script and Vietnamese as the language, in what all styles are based on."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_fonts(run, layout.page.font.use)
    language = run.find(qn("w:lang"))
    for key in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(key), "vi-VN")
    spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    if spacing is not None:
        for key in list(spacing.attrib):
            del spacing.attrib[key]
    normal = document.styles["Normal"]
    _set_fonts(normal.element.get_or_add_rPr(), layout.page.font.use)
    normal.font.size = Pt(layout.body.size.use)
    normal.paragraph_format.space_after = Pt(0)


def _set_fonts(properties: BaseOxmlElement, font: str) -> None:
    """`font` for Latin, other, East Asian and complex scripts; a theme's font would win over them."""
    old = properties.find(qn("w:rFonts"))
    if old is not None:
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    properties.insert(0, fonts)


def _add_style(document: Package, code: str, style: Style, font: str) -> None:
    """The style under its own name, based on Normal; `code` is its id."""
    made = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    made.element.set(qn("w:styleId"), code)
    made.base_style = document.styles["Normal"]
    made.quick_style = code != DRAWN
    _set_fonts(made.element.get_or_add_rPr(), font)
    made.font.size, made.font.bold, made.font.italic = Pt(style.size_pt), style.bold, style.italic
    form = made.paragraph_format
    form.alignment, form.first_line_indent = _ALIGNMENTS[style.align], Mm(style.first_mm)
    form.space_before, form.space_after = Pt(style.before_pt), Pt(style.after_pt)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, style.spacing
    form.keep_with_next, form.widow_control = style.keeps_next, True
    if style.level:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(style.level - 1))
        made.element.get_or_add_pPr().append(outline)


def _set_settings(document: Package) -> None:
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    followers = [each for name in _AFTER_COMPAT for each in settings.findall(qn(f"w:{name}"))]
    compatible = parse_xml(_COMPATIBLE)
    followers[0].addprevious(compatible) if followers else settings.append(compatible)


def _set_headers(document: Package) -> str:
    """Page number from page 2 on, nothing above page 1; returns the part that carries the contact line of page 1."""
    document.add_section()
    first, later = document.sections
    for section in (first, later):
        section.different_first_page_header_footer = True
        number, nothing = section.header.paragraphs[0], section.first_page_header.paragraphs[0]
        number.style, nothing.style = document.styles["Số trang"], document.styles["Số trang"]
        section.first_page_footer.paragraphs[0].style = document.styles["Liên hệ"]
        section.footer.paragraphs[0].style = document.styles["Liên hệ"]
        if section is later:
            section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = True
            section.footer.is_linked_to_previous = True
    _add_page_field(first.header.paragraphs[0])
    later.first_page_footer.is_linked_to_previous = False
    later.first_page_footer.paragraphs[0].style = document.styles["Liên hệ"]
    return str(first.first_page_footer.part.partname).removeprefix("/")


def _add_page_field(paragraph: Paragraph) -> None:
    for kind in ("begin", "PAGE", "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == "PAGE":
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        elif kind == "1":
            run.text = kind
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _references(section: BaseOxmlElement) -> str:
    """The section's references to headers and footers, as XML within a body that knows the prefixes."""
    found = [each for each in section if each.tag in {qn("w:headerReference"), qn("w:footerReference")}]
    return "".join(
        f'<w:{each.tag.partition("}")[2]} w:type="{each.get(qn("w:type"))}" r:id="{each.get(qn("r:id"))}"/>'
        for each in found
    )


def _parts(document: Package) -> dict[str, bytes]:
    target = BytesIO()
    document.save(target)
    with ZipFile(target) as package:
        return {name: package.read(name) for name in package.namelist()}


def header_distance_mm(layout: Layout) -> float:
    """From the edge of the sheet to the top of the line of the page number, whose base line lies where it should."""
    return layout.page.number_top_mm.use - ASCENT * layout.page.number_pt.use * 25.4 / 72
