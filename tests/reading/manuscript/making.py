"""Makes small .docx files with pictures and notes, and short forms for the values that they are read as."""

import io

from PIL import Image

from tests.reading.making import NAMES, archive, docx_parts
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.docx import read
from tongket.reading.manuscript.values import Align, Manuscript, Paragraph, Piece, Table

DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    """A picture of one colour."""
    buffer = io.BytesIO()
    Image.new(mode, size, 200 if mode in {"L", "P"} else None).save(buffer, kind)
    return buffer.getvalue()


def noise(size: tuple[int, int], kind: str = "JPEG") -> bytes:
    """A picture that packs badly, as photographs do."""
    buffer = io.BytesIO()
    Image.effect_noise(size, 120).convert("RGB").save(buffer, kind)
    return buffer.getvalue()


def paper(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    pictures: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx with these insides; a picture is named by its relation."""
    parts = docx_parts(body, styles=styles, numbering=numbering)
    rows = [
        ("s", "styles", "styles.xml"),
        ("n", "numbering", "numbering.xml"),
        *([("f", "footnotes", "footnotes.xml")] if footnotes else []),
        *([("e", "endnotes", "endnotes.xml")] if endnotes else []),
        *((name, "image", f"media/{name}.bin") for name in pictures or {}),
    ]
    relations = "".join(f'<Relationship Id="{n}" Type="{_KIND}/{kind}" Target="{to}"/>' for n, kind, to in rows)
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    parts["word/document.xml"] = f"<w:document {NAMES} {DRAWN}><w:body>{body}</w:body></w:document>"
    parts["word/footnotes.xml"] = f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>"
    parts["word/endnotes.xml"] = f"<w:endnotes {NAMES}>{endnotes}</w:endnotes>"
    parts |= {f"word/media/{name}.bin": content for name, content in (pictures or {}).items()}
    return archive(parts)


def manuscript(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    pictures: dict[str, bytes] | None = None,
    limits: Limits = DEFAULT,
) -> Manuscript:
    """What is read in such a .docx."""
    made = paper(body, styles=styles, numbering=numbering, footnotes=footnotes, endnotes=endnotes, pictures=pictures)
    return read(made, limits)


def paragraphs(found: Manuscript) -> list[Paragraph]:
    """The paragraphs of a manuscript that stand in no table."""
    return [block for block in found.blocks if isinstance(block, Paragraph)]


def tables(found: Manuscript) -> list[Table]:
    """The tables of a manuscript."""
    return [block for block in found.blocks if isinstance(block, Table)]


def texts(found: Manuscript) -> list[str]:
    """The words of each block."""
    return [block.text for block in found.blocks]


def plain(text: str, size_pt: float = 10.0) -> Paragraph:
    """A paragraph of which the file says nothing but its words: Word's own defaults."""
    return Paragraph((Piece(text, size_pt=size_pt),), align=Align.LEFT)


def inline(relation: str, width: int = 914400, height: int = 457200) -> str:
    """A run with a picture in the line, an inch wide and half as high."""
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
    extent = f'<wp:extent cx="{width}" cy="{height}"/>'
    graphic = f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{extent}{graphic}</wp:inline></w:drawing></w:r>"


def box(text: str) -> str:
    """A run with a text box of one paragraph, once in today's form and once in the old one."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    new = (
        '<w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://x/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
