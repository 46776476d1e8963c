"""The words of an office's letters: the list of them, and an editor with what it would look like beside it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.shell import Where, stand_at
from tongket.mailbox.access import change_words_for, words_for
from tongket.mailbox.actions.words import WordsMoved, WordsRefused, change_words, go_back_to_shipped, typed_letter
from tongket.mailbox.forms import WordsForm
from tongket.mailbox.queries.words import last_ordinal, own_words, with_own_words
from tongket.mailbox.wording import GAPS, LETTER_WORDS, Letter, faults_of, filled, letters, samples_of
from tongket.units.models import Unit


@require_GET
def words(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = words_for(request, unit_id)
    stand_at(request, Where(unit.called))
    rows = [(key, _(label), own_words(unit, key)) for key, label in LETTER_WORDS.items()]
    return render(request, "mailbox/words.html", {"unit": unit, "rows": rows})


def edit(request: HttpRequest, unit_id: int, key: str) -> HttpResponse:
    """The editor of one letter: keep, look, or go back to the shipped words."""
    unit = change_words_for(request, unit_id)
    if key not in letters():
        raise Http404
    stand_at(request, Where(unit.called))
    if request.method == "POST":
        return _typed(request, unit, key)
    own = own_words(unit, key)
    letter = with_own_words(letters()[key], own)
    start = {"subject": letter.subject, "body": letter.body, "seen": last_ordinal(unit, key)}
    return _page(request, unit, letter, WordsForm(initial=start), is_own=own is not None)


def _typed(request: HttpRequest, unit: Unit, key: str) -> HttpResponse:
    form, do = WordsForm(request.POST), request.POST.get("do", "")
    if not form.is_valid():
        return _page(request, unit, letters()[key], form, status=422)
    values, by, now = form.cleaned_data, signed_in(request), clock.now()
    letter = typed_letter(key, values["subject"], values["body"])
    try:
        if do == "keep":
            change_words(unit=unit, key=key, **values, by=by, now=now)
            messages.success(request, _("Đã lưu. Thư soạn từ nay dùng lời này."))
        elif do == "shipped":
            go_back_to_shipped(unit=unit, key=key, seen=values["seen"], by=by, now=now)
            messages.success(request, _("Đã dùng lại lời có sẵn."))
        else:
            return _page(request, unit, letter, form, is_own=own_words(unit, key) is not None)
    except WordsRefused:
        return _page(request, unit, letter, form, status=422)
    except WordsMoved:
        form = WordsForm(request.POST.dict() | {"seen": last_ordinal(unit, key)})
        form.add_error(None, _("Có người vừa sửa lời thư này. Lời bạn gõ còn nguyên; lưu lần nữa là thay lời của họ."))
        return _page(request, unit, letter, form, status=409)
    return redirect("mailbox:edit_words", unit.pk, key)


def _page(
    request: HttpRequest, unit: Unit, letter: Letter, form: WordsForm, *, is_own: bool = False, status: int = 200
) -> HttpResponse:
    subject, body = filled(letter, samples_of(letter))
    context = {
        "unit": unit,
        "letter": letter,
        "label": _(LETTER_WORDS[letter.key]),
        "form": form,
        "faults": faults_of(letter),
        "subject": subject,
        "body": body,
        "gaps": [(name, GAPS[name]) for name in letter.gaps],
        "is_own": is_own,
    }
    return render(request, "mailbox/edit_words.html", context, status=status)
