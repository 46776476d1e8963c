"""What of a duty, a fact or a conference changed, as lines of words: before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.correction import Aspect, FactChange, Piece, word_changes
from tongket.conferences.correction.pieces import Mark
from tongket.conferences.plan_says import NAMES
from tongket.core import said

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing before and after: what it is, and its words with what was cut and what is new."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def is_turned(self) -> bool:
        """Whether it is a whole thing before and a whole one after."""
        return [piece.mark for piece in self.pieces] == [Mark.OLD, Mark.NEW]

    @property
    def new_words(self) -> str:
        """How it reads now."""
        return " ".join(piece.text for piece in self.pieces if piece.mark != Mark.OLD)

    def __str__(self) -> str:
        old, new = (
            " ".join(piece.text for piece in self.pieces if piece.mark != mark) for mark in (Mark.NEW, Mark.OLD)
        )
        return f"{self.label}: {old} → {new}"


def turned(label: str, old: str, new: str) -> Line:
    """A short thing: the old words whole, then the new."""
    both = ((old, Mark.OLD), (new, Mark.NEW))
    return Line(label, tuple(Piece(text, mark) for text, mark in both if text))


def duty_lines(aspects: Sequence[str], before: Values, after: Values, limits: tuple[str, str]) -> tuple[Line, ...]:
    """What changed of a duty; `limits` are those of papers before and after, in words."""
    return tuple(_duty_lines(frozenset(aspects), before, after, limits))


def _duty_lines(aspects: frozenset[str], before: Values, after: Values, limits: tuple[str, str]) -> Iterator[Line]:
    if Aspect.UNIT in aspects:
        yield turned(_("Đơn vị"), _("chưa rõ đơn vị nào"), after["unit_name"])
    if Aspect.DUE in aspects:
        yield turned(_("Hạn"), due(before["due_on"]), due(after["due_on"]))
    if Aspect.LIMITS in aspects:
        yield turned(_("Giới hạn"), *limits)
    if Aspect.MATTER in aspects:
        yield Line(_("Nội dung"), word_changes(before["text"], after["text"]))
    if Aspect.COORDINATING in aspects:
        yield turned(_("Phối hợp"), "; ".join(before["coordinating"]), "; ".join(after["coordinating"]))
    if Aspect.CHECKLIST in aspects and Aspect.MATTER not in aspects:
        yield _parts(before["checklist"], after["checklist"])


def _parts(old: Sequence[str], new: Sequence[str]) -> Line:
    gone, fresh = [part for part in old if part not in new], [part for part in new if part not in old]
    return turned(_("Các việc nhỏ"), "; ".join(gone), "; ".join(fresh))


def due(day: date | str | None) -> str:
    """`hết thứ Bảy, 19/10`, or that there is none."""
    if not day:
        return _("chưa có hạn")
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return _("hết %(day)s") % {"day": said.week_day(known)}


def limits_said(pages: int | None, minutes: int | None) -> str:
    """`3 trang, 7 phút`."""
    parts = []
    if pages:
        parts.append(ngettext("%(n)d trang", "%(n)d trang", pages) % {"n": pages})
    if minutes:
        parts.append(ngettext("%(n)d phút", "%(n)d phút", minutes) % {"n": minutes})
    return ", ".join(parts) or _("không nêu")


def conference_lines(before: Values, after: Values) -> tuple[Line, ...]:
    """What changed of the conference itself; values as they are or as JSON keeps them."""
    labels = {
        "title": _("Trích yếu"),
        "short_title": _("Tên gọi gọn"),
        "held_on": _("Ngày họp"),
        "starts_at": _("Giờ bắt đầu"),
        "venue": _("Nơi họp"),
        "paper_pages": _("Tham luận không quá (trang)"),
        "paper_minutes": _("Phát biểu không quá (phút)"),
    }
    changed = [name for name in NAMES if name in after and before.get(name) != after[name]]
    return tuple(
        turned(labels[name], _settled(name, before.get(name)), _settled(name, after[name])) for name in changed
    )


def _settled(name: str, value: Any) -> str:  # noqa: ANN401 -- a field's value
    if value is None or value == "":
        return _("chưa chốt")
    if name == "held_on":
        return said.long_day(date.fromisoformat(value) if isinstance(value, str) else value)
    if name == "starts_at":
        hour = time.fromisoformat(value) if isinstance(value, str) else value
        return f"{hour.hour}:{hour.minute:02}"
    return str(value)


def fact_lines(change: FactChange) -> tuple[Line, ...]:
    """The fields of a changed fact; a box that is ticked says yes."""
    return tuple(_field(_(field.label), field.old, field.new) for field in change.fields)


def _field(label: str, old: str, new: str) -> Line:
    if {old, new} == {"1", ""}:
        return turned(label, _("có") if old else _("không"), _("có") if new else _("không"))
    if len(old) + len(new) < 60:
        return turned(label, old, new)
    return Line(label, word_changes(old, new))
