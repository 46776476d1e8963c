"""The board of themes: statements moved, themes added, renamed, merged, split."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.text import row_key
from tongket.reviews.models import Statement
from tongket.synthesis.actions import theming
from tongket.synthesis.actions.placing import move_statements
from tongket.synthesis.forms import ThemeForm
from tongket.synthesis.models import Theme
from tongket.synthesis.queries.theme_board import board_of, chosen_statements, statements_under
from tongket.synthesis.queries.themes import theme_named, themes_of
from tongket.synthesis.views.showing import stand


@require_GET
def themes(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    context = stand(request, conference, rights, "themes")
    context |= {"board": board_of(conference), "themes": themes_of(conference.host), "form": ThemeForm()}
    return render(request, "synthesis/themes.html", context)


def theme(request: HttpRequest, conference_id: int, theme_id: int) -> HttpResponse:
    conference, rights = office_for(request, conference_id)
    row = get_object_or_404(Theme, pk=theme_id, host=conference.host_id)
    initial = {"name": row.name, "phrases": "\n".join(row.phrases)}
    form = ThemeForm(initial=initial)
    if request.method == "POST":
        run_office_for(request, conference_id)
        form = ThemeForm(request.POST, initial=initial)
        done = _shape(request, conference, row, form)
        if done is not None:
            return done
    context = stand(request, conference, rights, "themes")
    context |= {"theme": row, "statements": statements_under(conference, row), "form": form}
    context["themes"] = [each for each in themes_of(conference.host) if each.pk != row.pk]
    return render(request, "synthesis/theme.html", context, status=422 if form.errors else 200)


def _shape(request: HttpRequest, conference: Conference, row: Theme, form: ThemeForm) -> HttpResponse | None:
    """Renames, merges or splits; None where the form shall come back with its fault."""
    by, now, do = signed_in(request), clock.now(), request.POST.get("do", "")
    if do == "merge":
        into = get_object_or_404(
            Theme.objects.exclude(pk=row.pk),
            pk=row_key(request.POST.get("into", "")) or 0,
            host=conference.host_id,
            merged_into=None,
        )
        theming.merge_themes(theme=row, into=into, conference=conference, by=by, now=now)
        messages.success(request, _("Đã gộp vào “{name}”.").format(name=into.name))
        return redirect("synthesis:theme", conference.pk, into.pk)
    if not form.is_valid():
        return None
    try:
        return _named(request, conference, row, form)
    except theming.ThemeTwice:
        form.add_error("name", _("Đã có chủ đề tên này. Gộp hai chủ đề, hoặc đặt tên khác."))
        return None


def _named(request: HttpRequest, conference: Conference, row: Theme, form: ThemeForm) -> HttpResponse:
    by, now, name = signed_in(request), clock.now(), form.cleaned_data["name"]
    phrases, before = form.cleaned_data["phrases"], (row.name, row.phrases)
    theming.rename_theme(theme=row, conference=conference, name=name, phrases=phrases, by=by, now=now)
    is_sorted = before != (row.name, row.phrases)
    saved = _("Đã lưu; các ý chưa ai xếp đang được xếp lại, lát nữa xong.") if is_sorted else _("Đã lưu.")
    messages.success(request, saved)
    return redirect("synthesis:theme", conference.pk, row.pk)


@require_POST
def move(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Statements put under a theme, a new one where a name is typed; the rest are proposed anew."""
    conference, _rights = run_office_for(request, conference_id)
    chosen = chosen_statements(conference, _keys(request))
    if chosen:
        into = _moved(request, conference, chosen)
        name = into.name if into else _("không chủ đề nào")
        words = ngettext("Đã chuyển {n} ý sang “{name}”.", "Đã chuyển {n} ý sang “{name}”.", len(chosen))
        messages.success(request, words.format(n=len(chosen), name=name))
    else:
        messages.error(request, _("Chưa chọn ý nào."))
    back = row_key(request.POST.get("back", ""))
    return redirect("synthesis:theme", conference.pk, back) if back else redirect("synthesis:themes", conference.pk)


def _moved(request: HttpRequest, conference: Conference, chosen: list[Statement]) -> Theme | None:
    """Where the statements went: a typed name is a theme of its own, split from the one they stood under."""
    by, now = signed_in(request), clock.now()
    name = request.POST.get("name", "").strip()
    key, back = row_key(request.POST.get("theme", "")), row_key(request.POST.get("back", ""))
    mine = Theme.objects.filter(host=conference.host_id, merged_into=None)
    into = theme_named(conference.host, name) if name else get_object_or_404(mine, pk=key) if key else None
    if name and into is None:
        source = mine.filter(pk=back or 0).first()
        if source is not None:
            return theming.split_theme(
                theme=source, conference=conference, name=name, statements=chosen, by=by, now=now
            )
        into = theming.add_theme(conference=conference, name=name, by=by, now=now)
    move_statements(conference=conference, statements=chosen, theme=into, by=by, now=now)
    return into


def _keys(request: HttpRequest) -> list[int]:
    found = (row_key(typed) for typed in request.POST.getlist("statement"))
    return [key for key in found if key is not None]
