"""What stands below the text: the places to sign, the recipients, the mark of the drafter, the contact line."""

from dataclasses import replace

from tongket.documents.render.compose_head import ended
from tongket.documents.render.flow import Columns, Gap, Line, Piece, cut, line_mm, plainly
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM, Layout
from tongket.documents.render.values import OfficialDocument, Signature

_Column = tuple[Line, ...]
# A list of recipients as long as this still goes to the next page whole.
_WHOLE_LIST = 12


def foot_pieces(document: OfficialDocument, layout: Layout) -> list[Piece]:
    """Recipients at the left of the signature; below them where two or more sign side by side."""
    form, signatures = layout.foot, document.signatures
    left = recipient_lines(document, layout)
    if not left and not signatures:
        return []
    gap = Gap(form.gap_pt.use, keeps_next=True)
    if len(signatures) <= 1:
        right = signature_lines(signatures[0], layout) if signatures else ()
        widths = (form.left_mm.use, form.right_mm.use)
        return [gap, Columns(widths, ((_filled(left), _filled(right)),))]
    shared = (line_mm(layout) / len(signatures),) * len(signatures)
    columns = Columns(shared, (tuple(signature_lines(each, layout) for each in signatures),))
    below: list[Piece] = [Gap(form.gap_pt.use), *_together(left)] if left else []
    return [gap, columns, *below]


def signature_lines(signature: Signature, layout: Layout) -> _Column:
    """Authority, note, blank room and name; the room stays where there is no name yet."""
    lines = [Line("authority", line) for words in signature.authority for line in cut(plainly(words))]
    if signature.note:
        lines.append(Line("signing_note", plainly(f"({signature.note.strip('()')})")))
    room_pt = layout.foot.signature_mm.use * PT_PER_MM
    return (*lines, Line("signer", plainly(signature.name), before_pt=room_pt))


def recipient_lines(document: OfficialDocument, layout: Layout) -> _Column:
    """`Nơi nhận:` with its list, each line ended, the archive's last; then the drafter's mark."""
    form = layout.foot
    lines: list[Line] = []
    if document.recipients:
        dash_mm = width_mm("- ", form.recipients.size.use)
        lines.append(Line("recipients_head", plainly(form.recipients_head.text)))
        lines += [
            Line("recipients", plainly(f"- {name}"), dash_mm, dash_mm)
            for name in ended(document.recipients, form.recipients)
        ]
    if document.drafter_mark:
        lines.append(Line("drafter", plainly(document.drafter_mark)))
    return tuple(lines)


def _together(lines: _Column) -> _Column:
    """Lines on one page; of a list too long for that, the first and the last three hold together."""
    held = [
        place < len(lines) and (len(lines) <= _WHOLE_LIST or place < 3 or len(lines) - place < 3)
        for place in range(1, len(lines) + 1)
    ]
    return tuple(replace(line, keeps_next=True) if each else line for line, each in zip(lines, held, strict=True))


def contact_lines(document: OfficialDocument) -> _Column:
    """The line with address, telephone and mail at the foot of page 1."""
    return tuple(Line("contact", line) for line in cut(plainly(document.contact_line))) if document.contact_line else ()


def _filled(column: _Column) -> _Column:
    """`column`, or an empty line: a cell is never without one."""
    return column or (Line("recipients", ()),)
