"""A flow as .docx: styles an office can edit, notes, pictures, page numbers; the same values give the same bytes."""

from xml.sax.saxutils import escape

from tongket.documents.render.docx import zipped
from tongket.documents.render.docx_picture import PICTURE_NAMESPACES
from tongket.documents.render.docx_xml import twips
from tongket.papers.render.docx_xml import Writer, styles_of
from tongket.papers.render.flow import Flow
from tongket.papers.render.pictures import kind_of
from tongket.papers.render.values import Heading

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/relationships" {PICTURE_NAMESPACES}'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "settings": "settings", "footnotes": "footnotes", "header": "header1", "first": "header2"}
_NAMES = {"body": "Thân bài", "item": "Điểm liệt kê", "cell": "Ô bảng", "note": "footnote text"}
# A page number needs so much room above the text.
_HEADER_MM = 10.0
_LEAST_TOP_MM = 18.0
# Word 2013 and later squeeze blanks to fit one word more into a line; at 14 every Word breaks lines alike.
_SETTINGS = (
    '<w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>'
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>'
)
_FONT = "Times New Roman"
_PLAIN = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_PAGE_FIELD = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/>'
    '</w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:sz w:val="26"/>'
    '</w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def docx_of_flow(flow: Flow, heading: Heading | None = None) -> bytes:
    """The flow as .docx, laid out by Word and LibreOffice as typst lays it."""
    styles = styles_of(flow)
    writer = Writer(flow, styles)
    body = writer.blocks()
    media = {f"picture{place}": flow.pictures[place].data for place in writer.media}
    kinds = {name: str(kind_of(flow.pictures[int(name.removeprefix("picture"))])) for name in media}
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"document": "word/document.xml"}, {}),
        "word/document.xml": f"{_HEAD}<w:document {_NAMESPACES}><w:body>{body}{_section(flow)}</w:body></w:document>",
        "word/styles.xml": _styles(styles),
        "word/settings.xml": f"{_HEAD}<w:settings {_NAMESPACES}>{_SETTINGS}</w:settings>",
        "word/footnotes.xml": _notes(writer.notes),
        "word/header1.xml": f"{_HEAD}<w:hdr {_NAMESPACES}>{_PAGE_FIELD}</w:hdr>",
        "word/header2.xml": f"{_HEAD}<w:hdr {_NAMESPACES}><w:p/></w:hdr>",
        "word/_rels/document.xml.rels": _relations(
            {}, {name: (_file(name, kind), "image") for name, kind in kinds.items()}
        ),
        "docProps/core.xml": _properties(heading or Heading("")),
    }
    written = {name: text.encode() for name, text in parts.items()}
    return zipped(written | {f"word/{_file(name, kinds[name])}": data for name, data in media.items()})


def _file(name: str, kind: str) -> str:
    return f"media/{name}.{kind.removeprefix('image/')}"


def _kind(part: str) -> str:
    """What a part is in the words of the package: the first page's header is one too."""
    return "header" if part == "first" else part


def _content_types() -> str:
    types = [("document.main", "document"), *((_kind(name), file) for name, file in _PARTS.items())]
    overrides = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{_WORD}.{kind}+xml"/>' for kind, file in types
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(outer: dict[str, str], media: dict[str, tuple[str, str]]) -> str:
    """The relations of the package (`outer` not empty) or those of the document to its parts and pictures."""
    if outer:
        core = f"{_PACKAGE.replace('package/2006', 'package/2006/relationships/metadata')}/core-properties"
        known = [
            ("main", f"{_OFFICE}/relationships/officeDocument", outer["document"]),
            ("core", core, "docProps/core.xml"),
        ]
    else:
        known = [(name, f"{_OFFICE}/relationships/{_kind(name)}", f"{file}.xml") for name, file in _PARTS.items()]
        known += [(name, f"{_OFFICE}/relationships/{kind}", file) for name, (file, kind) in media.items()]
    rows = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in known)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _section(flow: Flow) -> str:
    sheet = flow.sheet
    margins = {
        "top": sheet.top_mm,
        "right": sheet.right_mm,
        "bottom": sheet.bottom_mm,
        "left": sheet.left_mm,
        "header": min(_HEADER_MM, sheet.top_mm),
        "footer": 0,
        "gutter": 0,
    }
    sides = " ".join(f'w:{name}="{twips(size)}"' for name, size in margins.items())
    references = '<w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="first"/>'
    header = references if sheet.top_mm >= _LEAST_TOP_MM else ""
    size = f'w:w="{twips(sheet.width_mm)}" w:h="{twips(sheet.height_mm)}"'
    return f"<w:sectPr>{header}<w:pgSz {size}/><w:pgMar {sides}/><w:titlePg/></w:sectPr>"


def _styles(styles: dict[str, tuple[dict[str, str], float]]) -> str:
    fonts = " ".join(f'w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
    made = [
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="28"/><w:szCs w:val="28"/>{language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{_PLAIN}</w:style>',
        '<w:style w:type="character" w:styleId="noteMark"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    ]
    for style, (properties, size) in styles.items():
        level = style.removeprefix("heading") if style.startswith("heading") else ""
        name = f"heading {level}" if level else _NAMES[style]
        outline = f'<w:outlineLvl w:val="{int(level) - 1}"/>' if level else ""
        bold = "<w:b/>" if level else ""
        made.append(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:qFormat/><w:pPr><w:widowControl/>{''.join(properties.values())}{outline}</w:pPr>"
            f'<w:rPr>{bold}<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr></w:style>'
        )
    return f"{_HEAD}<w:styles {_NAMESPACES}>{''.join(made)}</w:styles>"


def _notes(notes: list[str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{_PLAIN}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    return f"{_HEAD}<w:footnotes {_NAMESPACES}>{lines}{''.join(notes)}</w:footnotes>"


def _properties(heading: Heading) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(heading.title)}</dc:title><dc:creator>{escape(heading.speaker)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
