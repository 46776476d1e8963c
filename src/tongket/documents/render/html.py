"""A document as safe HTML to read on a telephone or on the desk, in the classes of the paper style sheet.

Classes: `a4` the sheet, `hd` its two columns (`sup`, `own`, `no`, `vv`, `stamp`; `qh`, `tn`, `dt`), `type` and `abs`
the title, `to` the addressees, `c` centred, `right`, `flat` not set in, `ft` with `rcp` and `sig`, `annex`, `contact`;
a table is `ruled` or not and stands in a `wide`, which may scroll; a `drawing` is `bars`, `trend` or `grid` and drawn
twice, `large` and `small`, of which a page shows the one that its letters are read in.
"""

import unicodedata
import zlib
from collections.abc import Callable, Iterable
from html import escape

from tongket.documents.render.compose_body import ARTICLE, ended_bases
from tongket.documents.render.compose_head import STAR, ended, letter_subject, number_line, place_and_date
from tongket.documents.render.drawings import NARROW, svg_of
from tongket.documents.render.layout import Layout, layout_of
from tongket.documents.render.values import (
    Align,
    Annex,
    Basis,
    Block,
    Cell,
    Drawing,
    Heading,
    Item,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Text,
)

_CLASS_OF = {Align.CENTER: "c", Align.RIGHT: "right"}


def html_of(document: OfficialDocument) -> str:
    """The document and its annexes, every word escaped; no style and no script."""
    layout = layout_of(document.profile)
    own = [_header(document, layout), _title(document), _addressees(document, layout)]
    own += [_body(document.body, layout), _foot(document, layout), _paragraph(document.contact_line, "contact flat")]
    annexes = (_sheet([_annex_head(annex), _body(annex.body, layout)], "a4 annex") for annex in document.annexes)
    return _sheet(own, "a4") + "".join(annexes)


def _sheet(parts: Iterable[str], classes: str) -> str:
    return f'<article class="{classes}" lang="vi">{"".join(parts)}</article>'


def _said(words: str) -> str:
    """`words` in NFC and escaped, line breaks as such."""
    return escape(unicodedata.normalize("NFC", words)).replace("\n", "<br>")


def _runs(text: Text) -> str:
    made = ""
    for run in text:
        words = _said(run.text)
        words = f"<i>{words}</i>" if run.italic else words
        made += f"<b>{words}</b>" if run.bold else words
    return made


def _paragraph(words: str, classes: str = "") -> str:
    """A paragraph of plain words, nothing where there are none."""
    return _marked(_said(words), classes) if words else ""


def _marked(inner: str, classes: str = "", more: str = "") -> str:
    named = f' class="{classes}"' if classes else ""
    return f"<p{named}{more}>{inner}</p>"


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{_said(line)}</li>" for line in lines) + "</ul>"


def _header(document: OfficialDocument, layout: Layout) -> str:
    issuer, header = document.issuer, layout.header
    own = "\n".join(issuer.own)
    has_star = header.own.rule == STAR
    left = [
        _paragraph("\n".join(issuer.above), "sup"),
        _marked(f"<b>{_said(own)}<br>{STAR}</b>", "sup") if has_star else _paragraph(own, "own"),
        _paragraph(number_line(document, layout), "no"),
        _paragraph(letter_subject(document, layout), "vv"),
        _paragraph(document.urgency.value, "stamp"),
    ]
    right = [
        _paragraph(header.nation.text, "qh" if header.motto.text else "qh tn"),
        _paragraph(header.motto.text, "tn"),
    ]
    right += [_paragraph(place_and_date(document) if document.has_place_and_date else "", "dt")]
    return f'<div class="hd"><div>{"".join(left)}</div><div>{"".join(right)}</div></div>'


def _title(document: OfficialDocument) -> str:
    if not document.type_name:
        return ""
    return _paragraph(document.type_name, "type") + _paragraph(document.subject, "abs")


def _addressees(document: OfficialDocument, layout: Layout) -> str:
    form, names = layout.foot.addressee, document.addressees
    if len(names) == 1:
        return f'<div class="to one"><span>{form.text}</span><span>{_said(names[0])}</span></div>'
    return f'<div class="to"><span>{form.text}</span>{_list(ended(names, form))}</div>' if names else ""


def _annex_head(annex: Annex) -> str:
    head = _marked(f"<b>{_said(annex.label)}</b>", "c") + _marked(f"<b>{_said(annex.title.upper())}</b>", "c")
    return head + (_marked(f"<i>{_said(annex.reference)}</i>", "c") if annex.reference else "")


def _body(blocks: tuple[Block, ...], layout: Layout) -> str:
    return "".join(_BLOCKS[type(block)](block) for block in ended_bases(blocks, layout))


def _of_paragraph(block: Paragraph) -> str:
    return _marked(_runs(block.runs), _CLASS_OF.get(block.align, "" if block.is_indented else "flat"))


def _of_heading(block: Heading) -> str:
    inner = _runs(block.runs) if block.level == 3 else f"<b>{_runs(block.runs)}</b>"
    return _marked(inner, "" if block.level else "c", f' role="heading" aria-level="{max(block.level, 1) + 2}"')


def _of_basis(block: Basis) -> str:
    return _marked(f"<i>{_runs(block.runs)}</i>")


def _of_item(block: Item) -> str:
    mark = _said(block.mark)
    return _marked(
        f"<b>{mark}</b> " + _runs(block.runs) if block.mark.startswith(ARTICLE) else f"{mark} " + _runs(block.runs)
    )


def _of_table(block: Table) -> str:
    head = f"<thead>{_row(block.heading, 'th')}</thead>" if block.heading else ""
    rows = "".join(_row(row, "td") for row in block.rows)
    kind = ' class="ruled"' if block.is_ruled else ""
    return f'<div class="wide"><table{kind}>{head}<tbody>{rows}</tbody></table></div>'


def _row(cells: tuple[Cell, ...], name: str) -> str:
    made = ""
    for cell in cells:
        stands = _CLASS_OF.get(cell.align)
        more = (f' class="{stands}"' if stands else "") + (f' colspan="{cell.across}"' if cell.across > 1 else "")
        made += f"<{name}{more}>{_runs(cell.runs)}</{name}>"
    return f"<tr>{made}</tr>"


def _of_break(_block: PageBreak) -> str:
    return ""


def html_of_drawing(block: Drawing) -> str:
    """A drawing by itself, with its caption."""
    # A name for the ids within; the same drawing twice on a page has the same, which look alike.
    key = f"h{zlib.crc32(repr(block).encode()):08x}"
    large, small = svg_of(block, key=key), svg_of(block, key=f"{key}-s", width=NARROW)
    drawn = f'<div class="large">{large}</div><div class="small">{small}</div>'
    caption = f"<figcaption>{_said(block.caption)}</figcaption>"
    return f'<figure class="drawing {block.shape.name.lower()}">{drawn}{caption}</figure>'


_BLOCKS: dict[type, Callable[..., str]] = {
    Paragraph: _of_paragraph,
    Heading: _of_heading,
    Basis: _of_basis,
    Item: _of_item,
    Table: _of_table,
    PageBreak: _of_break,
    Drawing: html_of_drawing,
}


def _foot(document: OfficialDocument, layout: Layout) -> str:
    form = layout.foot
    recipients = ""
    if document.recipients:
        recipients = f"<b>{form.recipients_head.text}</b>{_list(ended(document.recipients, form.recipients))}"
    recipients += _paragraph(document.drafter_mark, "flat")
    signed = "".join(f'<div class="sig">{_signature(each)}</div>' for each in document.signatures)
    if not recipients and not signed:
        return ""
    left = f'<div class="rcp">{recipients}</div>'
    return (
        f'<div class="ft">{left}{signed}</div>'
        if len(document.signatures) < 2
        else f'<div class="ft">{signed}</div>{left}'
    )


def _signature(signature: Signature) -> str:
    lines = [*signature.authority, *([f"({signature.note.strip('()')})"] if signature.note else [])]
    named = "".join(f"<span>{_said(line)}</span>" for line in lines)
    return f'{named}<span class="gap"></span><span>{_said(signature.name)}</span>'
