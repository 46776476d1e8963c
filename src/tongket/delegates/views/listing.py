"""The office's list of delegates, by the groups of the plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import Rights, office_for, run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.delegates.actions.listing import set_group_size
from tongket.delegates.forms.office import SizesForm
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.listing import ListPage, list_page
from tongket.delegates.queries.speaking import PAPER
from tongket.delegates.queries.waiting import seen_waiting
from tongket.delegates.rules import ANSWER_WORDS, Answer


@require_GET
def delegates(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    return _shown(request, conference, rights)


@require_POST
def sizes(request: HttpRequest, conference_id: int) -> HttpResponse:
    """How many people each unit of a group sends, all groups at once."""
    conference, rights = run_office_for(request, conference_id)
    form = SizesForm(request.POST, groups=attendance_of(conference).groups)
    if not form.is_valid():
        return _shown(request, conference, rights, form)
    by, now = signed_in(request), clock.now()
    for clause, each in form.changed().items():
        set_group_size(conference=conference, clause=clause, each=each, by=by, now=now)
    messages.success(request, _("Đã ghi số người mỗi đơn vị cử."))
    return redirect("delegates:list", conference.pk)


def _shown(
    request: HttpRequest, conference: Conference, rights: Rights, faulty: SizesForm | None = None
) -> HttpResponse:
    enter(request, conference, rights)
    asked = request.GET
    # Read before the lists, so that no list that nobody saw is taken note of.
    seen = seen_waiting(conference)
    listed = list_page(
        conference,
        shown=asked.get("show", ""),
        clause=asked.get("group"),
        number=asked.get("page", "1"),
        today=clock.today(),
    )
    context = {
        "conference": conference,
        "listed": listed,
        "page": listed.page,
        "seen": " ".join(f"{duty_id}:{revision}" for duty_id, revision in seen.items()),
        "tabs": _tabs(listed),
        "sizes": faulty or SizesForm(groups=listed.attendance.groups),
        "may_run": rights.may_run,
        "may_write": rights.may_run and not rights.is_called_off,
    }
    return render(request, "delegates/list.html", context, status=422 if faulty else 200)


def _tabs(listed: ListPage) -> list[tuple[str, str, int, bool]]:
    """Each filter with its words, how many it has, and whether somebody of it is late."""
    counts = listed.attendance.counts
    order = (Answer.COMING, Answer.ABSENT, Answer.ASKED)
    answers = [
        (str(answer), _(ANSWER_WORDS[answer]), counts.get(answer, 0), answer is Answer.ASKED and listed.late > 0)
        for answer in order
    ]
    return [("", _("Tất cả"), listed.total, False), *answers, (PAPER, _("Có tham luận"), listed.papers, False)]
