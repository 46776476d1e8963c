"""Composes a document: its values in, the flow of pieces out that both renderers set alike."""

from dataclasses import replace

from tongket.documents.render.compose_body import body_pieces
from tongket.documents.render.compose_foot import contact_lines, foot_pieces
from tongket.documents.render.compose_head import addressee_pieces, header_pieces, title_pieces
from tongket.documents.render.flow import Flow, Gap, Line, Piece, Sheet, cut, line_mm, plainly
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import Layout, layout_of
from tongket.documents.render.styles import Style, styles_of
from tongket.documents.render.values import Annex, OfficialDocument, plain


def compose(document: OfficialDocument) -> Flow:
    """The document as pieces: one sheet for itself and one for each annex."""
    layout, styles = layout_of(document.profile), styles_of(document.profile)
    body = body_pieces(document.body, layout, line_mm(layout))
    pieces = [
        *header_pieces(document, layout),
        *title_pieces(document, layout),
        *addressee_pieces(document, layout),
        *(_held_to_foot(body, styles, line_mm(layout)) if document.signatures else body),
        *foot_pieces(document, layout),
    ]
    own = Sheet(_ended(pieces), contact=contact_lines(document))
    annexes = tuple(annex_sheet(annex, layout) for annex in document.annexes)
    return Flow(title_of(document), layout, styles, (own, *annexes))


def title_of(document: OfficialDocument) -> str:
    """The title of the file: what the document says, else type and subject, else its symbol; never empty."""
    named = " ".join(part for part in (document.type_name, document.subject) if part)
    said = " ".join((document.title or named or document.symbol).split())
    return plain(plainly(said)) or "Văn bản"


def annex_sheet(annex: Annex, layout: Layout) -> Sheet:
    """An annex on a sheet of its own."""
    parts = (("annex_label", annex.label), ("annex_title", annex.title.upper()), ("annex_reference", annex.reference))
    head = [Line(style, line) for style, words in parts if words for line in cut(plainly(words))]
    body = body_pieces(annex.body, layout, line_mm(layout, is_landscape=annex.is_landscape))
    return Sheet(_ended([*head, Gap(layout.annex.gap_pt.use), *body]), is_landscape=annex.is_landscape)


def _held_to_foot(body: list[Piece], styles: dict[str, Style], room_mm: float) -> list[Piece]:
    """`body` whose last paragraph goes to the next page with the signature, which never stands there alone.

    One that is a single line takes the paragraph before it along: two lines of text are the least above a signature.
    """
    held = 0
    for piece in reversed(body[-2:]):
        if not isinstance(piece, Line):
            break
        held += 1
        if not _is_single(piece, styles[piece.style], room_mm):
            break
    kept = (replace(piece, keeps_next=True) for piece in body[len(body) - held :] if isinstance(piece, Line))
    return [*body[: len(body) - held], *kept]


def _is_single(line: Line, style: Style, room_mm: float) -> bool:
    """Whether a paragraph of the body fits on one line."""
    first_mm = style.first_mm if line.first_mm is None else line.first_mm
    widths = (
        width_mm(run.text, style.size_pt, bold=run.bold or style.bold, italic=run.italic or style.italic)
        for run in line.runs
    )
    return line.left_mm - line.hanging_mm + first_mm + sum(widths) <= room_mm


def _ended(pieces: list[Piece]) -> tuple[Piece, ...]:
    """`pieces` without blank room at their end, which could make a page of its own."""
    while pieces and isinstance(pieces[-1], Gap):
        pieces = pieces[:-1]
    return tuple(pieces)
