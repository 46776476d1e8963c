"""Sends a unit's list as it was typed; where that cannot be, says why and keeps every word of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.queries.evidence import just_handed_in
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.models import Event
from tongket.core.text import clean, fold_tones
from tongket.delegates.actions.answering import DelegatesMoved, NobodyNamed, answer_for_unit, note_of
from tongket.delegates.models import Delegate
from tongket.delegates.queries.answered import people_on
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Said
from tongket.delegates.views.drafts import Draft, beside, once_more
from tongket.delegates.views.saying import say


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed and could not be sent; `has_moved` says that the list itself changed meanwhile."""

    draft: Draft
    has_moved: bool = False


def send(request: HttpRequest, duty: Duty, rights: Rights, typed: Draft) -> Refused | None:
    """Hands the list in and says so; what was refused comes back."""
    is_nobody = request.POST.get("do") == "nobody"
    if not _is_clean(typed, is_nobody=is_nobody):
        return _faulty(request, typed)
    said = [] if is_nobody else list(typed.lines.said())
    try:
        event = _hand_in(request, duty, typed, said)
    except NobodyNamed:
        _ask_who_comes(typed, is_nobody=is_nobody)
        return _faulty(request, typed)
    except DelegatesMoved:
        return _behind(request, duty, rights, typed, said)
    except DutyMoved:
        duty.refresh_from_db()
        messages.error(request, _("Phần việc này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        return Refused(once_more(typed, duty, rights))
    _say_sent(request, duty, rights, event, said)
    return None


def _is_clean(typed: Draft, *, is_nobody: bool) -> bool:
    """Whether nothing is wrong with what was typed; where nobody comes, the lines do not matter."""
    lines_fit = is_nobody or typed.lines.is_valid()
    if not typed.form.is_valid() or not lines_fit:
        return False
    if not is_nobody and typed.form.cleaned_data["nobody_because"] and typed.lines.said():
        words = _("Danh sách có người, nên lý do này chưa gửi. Xóa lý do, hoặc bấm “Gửi: không cử người”.")
        typed.form.add_error("nobody_because", words)
        return False
    return True


def _faulty(request: HttpRequest, typed: Draft) -> Refused:
    """Says at the top how many places are marked; the list may be longer than the screen."""
    marked = sum(len(form.errors) for form in (typed.form, *typed.lines.forms))
    number = marked + len(typed.lines.non_form_errors()) or 1
    words = ngettext(
        "Chưa gửi: còn %(n)d chỗ phải sửa, ghi chữ đỏ bên dưới.",
        "Chưa gửi: còn %(n)d chỗ phải sửa, ghi chữ đỏ bên dưới.",
        number,
    )
    messages.error(request, words % {"n": number})
    return Refused(typed)


def _hand_in(request: HttpRequest, duty: Duty, typed: Draft, said: Sequence[Said]) -> Event:
    values = typed.form.cleaned_data
    return answer_for_unit(
        duty=duty,
        said=said,
        nobody_because=values["nobody_because"],
        revision=values["revision"] or 0,
        channel=Channel(values.get("channel", Channel.WEB)),
        received_at=values.get("received_on"),
        by=signed_in(request),
        now=clock.now(),
    )


def _ask_who_comes(typed: Draft, *, is_nobody: bool) -> None:
    if is_nobody or not typed.lines.forms:
        typed.form.add_error("nobody_because", _("Chưa ghi lý do. Ghi vì sao không cử được người, vài chữ là đủ."))
        return
    words = _("Chưa ghi tên ai. Ghi họ tên người dự; không cử được người thì ghi lý do ở cuối danh sách.")
    typed.lines.forms[0].add_error("name", words)


def _behind(request: HttpRequest, duty: Duty, rights: Rights, typed: Draft, said: Sequence[Said]) -> Refused | None:
    """The list was changed since it was read: by this very press before, or by somebody else."""
    duty.refresh_from_db()
    # Read before the people, so that an old list never carries a new revision.
    revision = revision_of(duty)
    people = people_on(duty)
    note = note_of(said, typed.form.cleaned_data["nobody_because"])
    twice = just_handed_in(duty, note=note, data=b"", by=signed_in(request), now=clock.now())
    if twice is not None and _is_said(people, said):
        messages.info(request, _("Danh sách này đã gửi rồi. Giấy biên nhận %(number)s.") % {"number": twice.receipt})
        return None
    return Refused(beside(typed, people, duty, rights, revision=revision), has_moved=True)


def _is_said(people: Sequence[Delegate], said: Sequence[Said]) -> bool:
    """Whether the list says this already."""
    standing = sorted((fold_tones(each.name), each.post, each.answer) for each in people)
    return standing == sorted((fold_tones(line.name), clean(line.post), line.answer) for line in said)


def _say_sent(request: HttpRequest, duty: Duty, rights: Rights, event: Event, said: Sequence[Said]) -> None:
    number = len(said)
    if rights.may_enter_for(duty.unit_id):
        words = ngettext(
            "Đã ghi thay đơn vị, %(n)d người. Giấy biên nhận %(receipt)s.",
            "Đã ghi thay đơn vị, %(n)d người. Giấy biên nhận %(receipt)s.",
            number,
        )
    else:
        words = ngettext(
            "Đã gửi danh sách %(n)d người. Giấy biên nhận %(receipt)s.",
            "Đã gửi danh sách %(n)d người. Giấy biên nhận %(receipt)s.",
            number,
        )
    if not said:
        words = _("Đã ghi là không cử người dự. Giấy biên nhận %(receipt)s.")
    receipt = Evidence.objects.get(pk=event.changes["evidence"]).receipt
    say(request, words % {"n": number, "receipt": receipt}, event)
