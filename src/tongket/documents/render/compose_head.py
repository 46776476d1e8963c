"""What stands above the text: the two columns of the header, title and subject, addressees."""

from datetime import date

from tongket.documents.render.balance import balanced
from tongket.documents.render.flow import (
    LINE_END,
    Columns,
    Gap,
    Line,
    Piece,
    Rule,
    Simple,
    Stamp,
    cut,
    line_mm,
    plainly,
)
from tongket.documents.render.fonts import last_line_mm, width_mm
from tongket.documents.render.layout import PT_PER_MM, Dress, Layout
from tongket.documents.render.values import OfficialDocument, Run, Text, Urgency, plain

# Room that is left to write a number by hand; blanks that no program drops or breaks at.
BLANK_NUMBER = "\u00a0" * 8
STAR = "*"


def header_pieces(document: OfficialDocument, layout: Layout) -> list[Piece]:
    """Issuer and national name side by side, below them number and place with date, level with each other."""
    header = layout.header
    widths = (header.left_mm.use, header.right_mm.use)
    rows = ((_issuer(document, layout), _nation(layout)), (_number(document, layout), _place(document)))
    return [Columns(widths, rows)]


def number_line(document: OfficialDocument, layout: Layout) -> str:
    """`Số: 05/KH-MTTQ-BTT`; a number below 10 gets its zero, an empty one its room (PL1 II.3)."""
    form = layout.header.number
    number = document.number.zfill(2) if document.number.isdecimal() else document.number
    return f"{form.text}{number or BLANK_NUMBER}{form.joint}{document.symbol}"


def date_words(day: date | None) -> str:
    """`ngày 05 tháng 02 năm 2024`: days below 10 and the first two months get a zero (PL1 II.4b)."""
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def place_and_date(document: OfficialDocument) -> str:
    """`Tam Kỳ, ngày 11 tháng 10 năm 2024`."""
    return f"{document.place or '…'}, {date_words(document.day)}"


def letter_subject(document: OfficialDocument, layout: Layout) -> str:
    """`V/v chuẩn bị tham luận` of a letter, else nothing."""
    return "" if document.type_name else f"{layout.title.letter_subject.text}{document.subject}"


def rule_below(long_mm: float, dress: Dress, room_mm: float, layout: Layout) -> list[Line | Rule]:
    """The drawn line that `dress` wants under words that are `long_mm` long: a share or all of it, or a star."""
    header = layout.header
    if dress.rule in {"", STAR}:
        return [Line("own", plainly(STAR))] if dress.rule == STAR else []
    share = header.rule_part.use if dress.rule == "part" else 1
    return [Rule(long_mm * share, room_mm, header.rule_gap_mm.use * PT_PER_MM, header.rule_pt.use)]


def subject_lines(words: str, dress: Dress, room_mm: float) -> list[Text]:
    """A subject as paragraphs, one for each line break that a person made; within them balanced lines."""
    found: list[Text] = []
    for written in cut(plainly(words)):
        lines = balanced(plain(written), room_mm, dress.size.use, bold=dress.bold, italic=dress.italic)
        first, *others = (Run(line) for line in lines)
        found.append((first, *(run for line in others for run in (LINE_END, line))))
    return found


def _below(words: str, dress: Dress, room_mm: float, layout: Layout) -> list[Line | Rule]:
    """The rule of the last line of `words`."""
    long_mm = last_line_mm(words, room_mm, dress.size.use, bold=dress.bold, italic=dress.italic)
    return rule_below(long_mm, dress, room_mm, layout)


def _longest_mm(lines: list[Text], dress: Dress, room_mm: float) -> float:
    """The length of the longest line of a subject."""
    runs = (run for line in lines for run in line)
    longest = max(width_mm(run.text, dress.size.use, bold=dress.bold, italic=dress.italic) for run in runs)
    return min(longest, room_mm)


def _issuer(document: OfficialDocument, layout: Layout) -> tuple[Simple, ...]:
    issuer, form = document.issuer, layout.header
    lines: list[Simple] = [Line("above", plainly(words)) for words in issuer.above]
    lines += [Line("own", plainly(words)) for words in issuer.own]
    return (*lines, *_below(issuer.own[-1], form.own, form.left_mm.use, layout))


def _nation(layout: Layout) -> tuple[Simple, ...]:
    form = layout.header
    lines: list[Simple] = [Line("nation", plainly(form.nation.text))]
    lines += _below(form.nation.text, form.nation, form.right_mm.use, layout)
    if form.motto.text:
        lines += [Line("motto", plainly(form.motto.text))]
        lines += _below(form.motto.text, form.motto, form.right_mm.use, layout)
    return tuple(lines)


def _number(document: OfficialDocument, layout: Layout) -> tuple[Simple, ...]:
    lines: list[Simple] = [Line("number", plainly(number_line(document, layout)))]
    if subject := letter_subject(document, layout):
        dress, room_mm = layout.title.letter_subject, layout.header.left_mm.use
        for place, line in enumerate(subject_lines(subject, dress, room_mm)):
            lines.append(Line("letter_subject", line, before_pt=0 if place else dress.gap_pt))
    return (*lines, *_stamp(document.urgency, layout))


def _stamp(urgency: Urgency, layout: Layout) -> list[Simple]:
    form = layout.urgency
    if urgency is Urgency.NONE:
        return []
    box = form.widths_mm[urgency], form.height_mm.use, layout.header.left_mm.use
    return [Stamp(urgency.value, *box, form.rule_pt.use, form.dress.gap_pt)]


def _place(document: OfficialDocument) -> tuple[Simple, ...]:
    words = place_and_date(document) if document.has_place_and_date else ""
    return (Line("place_and_date", plainly(words) if words else ()),)


def title_pieces(document: OfficialDocument, layout: Layout) -> list[Piece]:
    """Name of the type, subject and the rule below it; a letter has none."""
    form = layout.title
    if not document.type_name:
        return []
    pieces: list[Piece] = [Gap(form.type_name.gap_pt)]
    pieces += [Line("type_name", line, before_pt=0) for line in cut(plainly(document.type_name))]
    if document.subject:
        room_mm = line_mm(layout)
        lines = subject_lines(document.subject, form.subject, room_mm)
        pieces += [Line("subject", line) for line in lines]
        pieces += rule_below(_longest_mm(lines, form.subject, room_mm), form.subject, room_mm, layout)
    return [*pieces, Gap(layout.body.after_pt.use * 2)]


def addressee_pieces(document: OfficialDocument, layout: Layout) -> list[Piece]:
    """One addressee on the line of `Kính gửi:`, several in a list under its colon (PL1 II.9a)."""
    form = layout.foot.addressee
    left_mm, names = layout.foot.addressee_left_mm.use, document.addressees
    if not names:
        return [] if document.type_name else [Gap(form.gap_pt)]
    pieces: list[Piece] = [] if document.type_name else [Gap(form.gap_pt)]
    if len(names) == 1:
        lead_mm = width_mm(f"{form.text} ", form.size.use)
        one = Line("addressee", plainly(f"{form.text} {names[0]}"), left_mm + lead_mm, lead_mm, before_pt=0)
        return [*pieces, one, Gap(layout.body.after_pt.use * 2)]
    dash_mm = width_mm("- ", form.size.use)
    text_mm = left_mm + width_mm(form.text[:-1], form.size.use) + dash_mm
    pieces.append(Line("addressee", plainly(form.text), left_mm, before_pt=0))
    pieces += [Line("addressee", plainly(f"- {name}"), text_mm, dash_mm, before_pt=0) for name in ended(names, form)]
    return [*pieces, Gap(layout.body.after_pt.use * 2)]


def ended(lines: tuple[str, ...], form: Dress) -> list[str]:
    """`lines` each with the ending that the form wants, the last with the last one's; what stood there gives way."""
    bare = [line.rstrip(" ;,.") for line in lines]
    return [f"{line}{form.last if place == len(bare) else form.ending}" for place, line in enumerate(bare, 1)]
