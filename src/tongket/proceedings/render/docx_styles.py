"""The styles of the volume's .docx, each profile's for documents and the first papers' for papers; heads and feet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from docx.oxml.parser import parse_xml
from docx.section import _Footer, _Header

from tongket.documents.render.chapters import Chapter, DocumentChapter
from tongket.documents.render.styles import Style, styles_of
from tongket.documents.render.values import Profile
from tongket.papers.render.docx_xml import styles_of as styles_of_paper
from tongket.papers.render.flow import Flow
from tongket.proceedings.render.docx_markup import NAMESPACES

_PAPER_NAMES = {"body": "Thân bài", "item": "Điểm liệt kê của bài", "cell": "Ô bảng của bài", "note": "footnote text"}


def document_styles(chapters: Iterable[Chapter]) -> dict[str, Style]:
    """The styles of each profile that a document of the volume follows."""
    profiles = {Profile.FRONT} | {each.document.profile for each in chapters if isinstance(each, DocumentChapter)}
    made: dict[str, Style] = {}
    for profile in sorted(profiles):
        for code, style in styles_of(profile).items():
            name = f"{style.name} ({profile})"
            # Headings within a document are no entries of the volume's contents.
            level = style.level and style.level + 2
            made[f"{profile}-{code}"] = replace(style, name=name, level=level)
    return made


def paper_styles(flows: Sequence[Flow]) -> dict[str, tuple[dict[str, str], float]]:
    """The looks of papers' styles: those of the first paper that has each."""
    found: dict[str, tuple[dict[str, str], float]] = {}
    for flow in flows:
        for style, look in styles_of_paper(flow).items():
            found.setdefault(f"paper-{style}", look)
    return found


def style_xml(style: str, properties: Mapping[str, str], size: float) -> str:
    """A style of papers, as the part of styles holds it."""
    code = style.removeprefix("paper-")
    level = int(code.removeprefix("heading")) if code.startswith("heading") else 0
    name = f"Đề mục của bài, bậc {level}" if level else _PAPER_NAMES[code]
    outline = f'<w:outlineLvl w:val="{min(level + 1, 8)}"/>' if level else ""
    dress = f'{"<w:b/>" if level else ""}<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return (
        f'<w:style {NAMESPACES} w:type="paragraph" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>'
        f"{''.join(properties.values())}{outline}</w:pPr>"
        f"<w:rPr>{dress}</w:rPr></w:style>"
    )


def fill(holder: _Header | _Footer, markup: str) -> None:
    """Gives a section a head or foot of its own."""
    holder.is_linked_to_previous = False
    holder._element.remove(holder.paragraphs[0]._p)
    holder._element.append(parse_xml(markup.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))
