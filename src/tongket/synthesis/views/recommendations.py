"""Recommendations as cards: worded, addressed, merged, agreed, sent by letter, answered, closed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.text import row_key
from tongket.documents.actions.drafting import draft_document
from tongket.synthesis.access import recommendation_for, run_recommendation_for
from tongket.synthesis.actions import recommending as act
from tongket.synthesis.actions.lettering import tie_letter
from tongket.synthesis.forms import AnswerForm, RecommendationForm
from tongket.synthesis.kinds import LETTER
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.recommendations import cards_of, living
from tongket.synthesis.rules import OPEN, RecommendationState
from tongket.synthesis.views.showing import stand
from tongket.units.models import Unit

TO = {"agree": RecommendationState.AGREED, "draft": RecommendationState.DRAFT, "sent": RecommendationState.SENT}
TO |= {"close": RecommendationState.CLOSED}


@require_GET
def recommendations(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    cards = cards_of(conference, living(conference))
    shown = [card for card in cards if not card.row.is_left_out]
    context = stand(request, conference, rights, "recommendations")
    context |= {
        "cards": shown,
        "left_out": [card for card in cards if card.row.is_left_out],
        "statements": sum(len(card.statements) for card in shown),
        "made": sum(bool(card.units) or card.row.earlier_id is None for card in shown),
        "carried": sum(card.row.earlier_id is not None and card.row.state in OPEN for card in shown),
        "may_send": any(card.row.state == RecommendationState.AGREED and not card.row.letter_id for card in shown),
    }
    return render(request, "synthesis/recommendations.html", context)


def new(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    form = RecommendationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = act.add_recommendation(conference=conference, **form.words(), by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã thêm kiến nghị."))
        return redirect("synthesis:recommendation", row.pk)
    context = stand(request, conference, rights, "recommendations") | {"form": form, "units": _units()}
    return render(request, "synthesis/recommendation.html", context, status=422 if form.errors else 200)


def recommendation(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    row, rights = recommendation_for(request, recommendation_id)
    form = RecommendationForm(initial=_initial(row))
    if request.method == "POST":
        row, rights = run_recommendation_for(request, recommendation_id)
        form = RecommendationForm(request.POST)
        if form.is_valid() and _worded(request, row, form):
            return redirect("synthesis:recommendation", row.pk)
    context = stand(request, row.conference, rights, "recommendations")
    context |= {"row": row, "card": cards_of(row.conference, [row])[0], "form": form, "units": _units()}
    context |= {"answer": AnswerForm(), "others": living(row.conference).exclude(pk=row.pk)}
    context["later"] = row.later.select_related("conference")
    return render(request, "synthesis/recommendation.html", context, status=422 if form.errors else 200)


def _initial(row: Recommendation) -> dict[str, object]:
    to = row.addressed_to.name if row.addressed_to else row.addressed_name
    due_on = plain_day(row.due_on) if row.due_on else ""
    return {"title": row.title, "text": row.text, "to": to, "due_on": due_on, "revision": row.revision}


def _units() -> list[str]:
    return list(Unit.objects.valid_on(clock.today()).order_by("sort_key").values_list("name", flat=True)[:500])


def _worded(request: HttpRequest, row: Recommendation, form: RecommendationForm) -> bool:
    revision = form.cleaned_data["revision"]
    due_on = form.cleaned_data["due_on"]
    try:
        act.word_recommendation(
            recommendation=row,
            **form.words(),
            due_on=due_on,
            revision=row.revision if revision is None else revision,
            by=signed_in(request),
            now=clock.now(),
        )
    except act.RecommendationMoved:
        form.add_error("text", _("Có người khác vừa sửa kiến nghị này. Tải lại trang để thấy bản của họ."))
        return False
    messages.success(request, _("Đã lưu lời kiến nghị."))
    return True


@require_POST
def do(request: HttpRequest, recommendation_id: int) -> HttpResponse:
    """One button of a card."""
    row, _rights = run_recommendation_for(request, recommendation_id)
    try:
        _done(request, row)
    except act.RecommendationMoved:
        messages.error(request, _("Kiến nghị vừa đổi ở nơi khác, hoặc không còn ở bước này."))
    target = row.merged_into_id or row.pk
    return redirect("synthesis:recommendation", target)


def _done(request: HttpRequest, row: Recommendation) -> None:
    wanted, by, now = request.POST.get("do", ""), signed_in(request), clock.now()
    revision = row_key(request.POST.get("revision", "")) or 0
    if wanted in TO:
        act.move_recommendation(recommendation=row, to=TO[wanted], revision=revision, by=by, now=now)
    elif wanted == "answer":
        _answered(request, row, revision)
    elif wanted in {"out", "in"}:
        act.leave_out_recommendation(recommendation=row, left_out=wanted == "out", revision=revision, by=by, now=now)
    elif wanted == "merge":
        key = row_key(request.POST.get("into", "")) or 0
        into = get_object_or_404(living(row.conference).exclude(pk=row.pk), pk=key)
        act.merge_recommendations(recommendation=row, into=into, revision=revision, by=by, now=now)


def _answered(request: HttpRequest, row: Recommendation, revision: int) -> None:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Ghi lời trả lời và ngày, ví dụ 30/10/2024."))
        return
    act.move_recommendation(
        recommendation=row,
        to=RecommendationState.ANSWERED,
        revision=revision,
        **form.cleaned_data,
        by=signed_in(request),
        now=clock.now(),
    )


@require_POST
def letter(request: HttpRequest, conference_id: int) -> HttpResponse:
    """A letter for each addressee of what was agreed and not sent yet, drafted in the room of documents."""
    conference, _rights = run_office_for(request, conference_id)
    ready = living(conference).filter(state=RecommendationState.AGREED, letter=None, is_left_out=False)
    by_addressee: dict[tuple[int | None, str], list[Recommendation]] = {}
    for row in ready:
        by_addressee.setdefault((row.addressed_to_id, row.addressed_name), []).append(row)
    by, now = signed_in(request), clock.now()
    for rows in by_addressee.values():
        due = min((row.due_on for row in rows if row.due_on), default=None)
        options = {"recommendations": [row.pk for row in rows], "due_on": due.isoformat() if due else None}
        made = draft_document(conference=conference, kind=LETTER, options=options, by=by, now=now)
        tie_letter(recommendations=rows, letter=made, by=by, now=now)
    if not by_addressee:
        messages.error(request, _("Chưa có kiến nghị nào đã duyệt lời mà chưa gửi."))
        return redirect("synthesis:recommendations", conference.pk)
    messages.success(request, _("Đã soạn {n} công văn; kiểm tra, trình ký ở Văn bản.").format(n=len(by_addressee)))
    return redirect("documents:desk", conference.pk)
