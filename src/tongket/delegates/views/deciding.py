"""The office takes note of a unit's list, or gives it back to be mended."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights
from tongket.conferences.actions.duties import DutyMoved, end_of_day
from tongket.conferences.handing_in import ReturnForm
from tongket.conferences.models import Duty
from tongket.core import clock
from tongket.core.text import row_key
from tongket.delegates.actions.answering import DelegatesMoved, NamesUnread, accept_list, return_list
from tongket.delegates.views.saying import say

DOINGS = frozenset({"accept", "return"})


def decide(request: HttpRequest, duty: Duty, rights: Rights) -> ReturnForm | None:
    """Carries out one of the office's buttons and says so; a form comes back where it has a fault or came too late."""
    if not rights.may_run:
        raise PermissionDenied
    form = ReturnForm(request.POST) if request.POST["do"] == "return" else None
    if form is not None and not form.is_valid():
        return form
    try:
        _carry_out(request, duty, form)
    except NamesUnread:
        messages.error(request, _("Chưa ghi nhận: bản gửi sau cùng chưa ghi tên ai. Đọc rồi ghi tên vào danh sách đã."))
    except (DelegatesMoved, DutyMoved):
        messages.error(request, _("Danh sách này vừa có người đổi, chưa làm gì. Xem lại bên dưới rồi làm lại nếu cần."))
        duty.refresh_from_db()
        return form
    return None


def _carry_out(request: HttpRequest, duty: Duty, form: ReturnForm | None) -> None:
    by, now, revision = signed_in(request), clock.now(), row_key(request.POST.get("revision", "")) or 0
    if form is None:
        say(request, _("Đã ghi nhận danh sách."), accept_list(duty=duty, revision=revision, by=by, now=now))
        return
    remark, due_at = form.cleaned_data["remark"], end_of_day(form.cleaned_data["due_on"])
    event = return_list(duty=duty, revision=revision, remark=remark, due_at=due_at, by=by, now=now)
    say(request, _("Đã trả lại để sửa."), event)
