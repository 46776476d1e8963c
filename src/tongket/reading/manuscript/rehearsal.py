"""A document of our own that a fork server reads before any file comes.

What a first reading takes longer, code that has not yet run and pages of libraries that nobody has touched, every child
would have to take longer again: its server has it behind it.
"""

import io
import zipfile

_HEAD = "http://schemas.openxmlformats.org"
_OFFICE = f"{_HEAD}/officeDocument/2006/relationships"
_WORD = f'xmlns:w="{_HEAD}/wordprocessingml/2006/main"'
_RUN = '<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>Kính thưa quý vị: </w:t></w:r><w:r><w:t>một hai.</w:t></w:r>'
_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="a"/><w:spacing w:line="288"/><w:jc w:val="both"/></w:pPr>{_RUN}</w:p>'
_CELL = f'<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>{_PARAGRAPH}</w:tc>'
_TABLE = f'<w:tbl><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>{_CELL}</w:tr></w:tbl>'
_STYLE = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
# So many paragraphs are enough for the interpreter to settle how it calls what.
_TIMES = 8


def _relations(*targets: tuple[str, str]) -> str:
    rows = (
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_HEAD}/package/2006/relationships">{"".join(rows)}</Relationships>'


def rehearsal() -> bytes:
    """A .docx with a little of what papers have: headings, running text, a table, styles."""
    parts = {
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml")),
        "word/document.xml": f"<w:document {_WORD}><w:body>{_PARAGRAPH * _TIMES}{_TABLE}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>{_STYLE}</w:styles>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()
