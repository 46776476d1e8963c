"""Turns a document into a .docx that an office can edit: real styles, tables, drawn lines, page numbers."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tongket.documents.render.compose import compose
from tongket.documents.render.docx_base import Base, base_of, header_distance_mm
from tongket.documents.render.docx_picture import PICTURE_NAMESPACES
from tongket.documents.render.docx_xml import LEAST_GAP, Writer, gap, twips
from tongket.documents.render.drawn_png import drawn_in, pngs_of
from tongket.documents.render.flow import Columns, Flow, Grid, Sheet, sheet_size_mm
from tongket.documents.render.values import OfficialDocument

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" {PICTURE_NAMESPACES}'
)
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_PNG = b'<Default Extension="png" ContentType="image/png"/>'
_PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A zip remembers when its parts were written; the same values give the same bytes at any time.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def docx_of(document: OfficialDocument) -> bytes:
    """The document as .docx; the same values always give the same bytes."""
    flow = compose(document)
    return zipped(_parts(document, flow) | _with_pictures(base_of(document.profile), pngs_of(drawn_in(flow))))


def docx_to_check(document: OfficialDocument) -> bytes:
    """The same without its pictures, which take longest: for whoever looks at its form and shows it to nobody."""
    return zipped(_parts(document, compose(document)))


def _parts(document: OfficialDocument, flow: Flow) -> dict[str, bytes]:
    """The parts of the package but its pictures."""
    base, writer = base_of(document.profile), Writer(flow.layout, flow.styles)
    author = " ".join(document.issuer.own)
    return base.parts | {
        "word/document.xml": _body(flow, writer, base),
        base.contact_part: _contact(flow, writer),
        "docProps/core.xml": _properties(flow.title, author),
    }


def _with_pictures(base: Base, pictures: Sequence[bytes]) -> dict[str, bytes]:
    """The pictures in their order as parts, and the parts that have to name them."""
    if not pictures:
        return {}
    named = {f"drawing{turn}": picture for turn, picture in enumerate(pictures, 1)}
    rows = "".join(f'<Relationship Id="{name}" Type="{_PICTURE}" Target="media/{name}.png"/>' for name in named)
    end = b"</Relationships>"
    relations = base.parts[_RELATIONS].replace(end, rows.encode() + end)
    types = base.parts[_TYPES]
    if _PNG not in types:
        types = types.replace(b"<Default ", _PNG + b"<Default ", 1)
    media = {f"word/media/{name}.png": picture for name, picture in named.items()}
    return {_RELATIONS: relations, _TYPES: types} | media


def _body(flow: Flow, writer: Writer, base: Base) -> bytes:
    """Every sheet as a section; all but the last end in a paragraph that carries the section's properties."""
    *others, last = flow.sheets
    written = [_HEAD, f"<w:document {_NAMESPACES}><w:body>"]
    for place, sheet in enumerate(others):
        written += [writer.pieces(sheet.pieces), gap(LEAST_GAP, _section(flow, sheet, base, is_first=not place))]
    written += [writer.pieces(last.pieces), gap(LEAST_GAP) if isinstance(last.pieces[-1], Columns | Grid) else ""]
    written += [_section(flow, last, base, is_first=not others), "</w:body></w:document>"]
    return "".join(written).encode()


def _section(flow: Flow, sheet: Sheet, base: Base, *, is_first: bool) -> str:
    """Paper, margins, headers and the page number that begins anew."""
    page = flow.layout.page
    width, height = sheet_size_mm(flow.layout, is_landscape=sheet.is_landscape)
    turned = ' w:orient="landscape"' if sheet.is_landscape else ""
    margins = {
        "top": page.top_mm.use,
        "right": page.right_mm.use,
        "bottom": page.bottom_mm.use,
        "left": page.left_mm.use,
        "header": header_distance_mm(flow.layout),
        "footer": flow.layout.foot.contact_bottom_mm.use,
        "gutter": 0,
    }
    sides = " ".join(f'w:{name}="{twips(size)}"' for name, size in margins.items())
    return (
        f"<w:sectPr>{base.first_references if is_first else base.later_references}"
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/><w:pgMar {sides}/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _contact(flow: Flow, writer: Writer) -> bytes:
    """The foot of page 1: the contact line under a drawn line as long as the page's own."""
    style = '<w:pStyle w:val="contact"/>'
    lines = [writer.line(line) for line in flow.sheets[0].contact]
    if lines:
        width = round(flow.layout.header.rule_pt.use * 8)
        border = f'<w:pBdr><w:top w:val="single" w:sz="{width}" w:space="0" w:color="000000"/></w:pBdr>'
        lines[0] = lines[0].replace(style, style + border, 1)
    inner = "".join(lines) or f"<w:p><w:pPr>{style}</w:pPr></w:p>"
    return f"{_HEAD}<w:ftr {_NAMESPACES}>{inner}</w:ftr>".encode()


def _properties(title: str, author: str) -> bytes:
    """The file's properties; it says nothing of who made it and when but what the document says itself."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    """The parts of a package by their names, as one file; the same parts give the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name, _LONG_AGO), content, ZIP_DEFLATED)
    return target.getvalue()
