"""Makes small office files by hand, so that each test shows the one thing it is about."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pypdfium2

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def types(main: str = MAIN) -> str:
    """The part that says what the main part is."""
    return f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'


def relations(**targets: str) -> str:
    """A part of relations, each given as kind=target."""
    rows = (f'<Relationship Type="{RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f"<Relationships>{''.join(rows)}</Relationships>"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return buffer.getvalue()


def docx_parts(body: str, *, styles: str = "", numbering: str = "") -> dict[str, str | bytes]:
    """The parts of a .docx with these insides of w:body, w:styles and w:numbering."""
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="numbering.xml"),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
    }


def docx(body: str, *, styles: str = "", numbering: str = "") -> bytes:
    """A .docx with these insides of w:body, w:styles and w:numbering."""
    return archive(docx_parts(body, styles=styles, numbering=numbering))


def run(text: str, properties: str = "") -> str:
    """A run of `text`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", properties: str = "", *, inside: str = "") -> str:
    """A paragraph of one run with `text`, or with `inside` as its content."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside or (run(text) if text else '')}</w:p>"


def compound(*streams: str) -> bytes:
    """The beginning of an OLE compound file with the names of its streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(name.encode("utf-16-le") for name in streams)


def pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF of these objects, the first being the catalogue; `trailer` is added to the trailer's dictionary."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def pdf_page(content: str, *, font: str = "Times-Roman", trailer: str = "") -> bytes:
    """A PDF of one A4 page with `content`, its font being F1 and the bold one F2."""
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>",
        trailer=trailer,
    )


def shown(text: str, left: float, baseline: float, *, font: str = "F1", size: float = 12) -> str:
    """The drawing of `text` at a place of the page."""
    return f"BT /{font} {size} Tf {left} {baseline} Td ({text}) Tj ET\n"


def many_entries(count: int) -> bytes:
    """A zip file whose directory says it has `count` empty entries."""
    directory = (b"PK\x01\x02" + bytes(42)) * count
    local = b"PK\x03\x04" + bytes(26)
    return local + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(directory), len(local), 0)


def scan(document: bytes, dots_per_inch: int = 200) -> bytes:
    """The PDF `document` as a scanner would give it: each page one picture."""
    source, scanned = pypdfium2.PdfDocument(document), pypdfium2.PdfDocument.new()
    for page in source:
        width, height = page.get_size()
        picture = pypdfium2.PdfImage.new(scanned)
        picture.set_bitmap(page.render(scale=dots_per_inch / 72, grayscale=True))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        blank = scanned.new_page(width, height)
        blank.insert_obj(picture)
        blank.gen_content()
    buffer = io.BytesIO()
    scanned.save(buffer)
    return buffer.getvalue()


def png(graymap: bytes) -> bytes:
    """A portable graymap (P5) as a PNG picture."""
    head, _, dots = graymap.partition(b"\n")
    width, height = map(int, head.split()[1:3])
    rows = b"".join(b"\0" + dots[row * width : (row + 1) * width] for row in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
