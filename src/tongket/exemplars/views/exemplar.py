"""The page of one exemplar: what is known of it, its proofs, who took it over, and what it is the same as."""

from collections.abc import Callable

from django.contrib import messages
from django.forms.utils import ErrorDict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock, files
from tongket.core.text import row_key
from tongket.exemplars import actions
from tongket.exemplars.access import exemplar_in
from tongket.exemplars.forms import AdoptionForm, ExemplarForm, ProofForm
from tongket.exemplars.models import Adoption, Exemplar, Proof
from tongket.exemplars.queries import adopters_left, others_of
from tongket.exemplars.rules import NEXT, ExemplarState
from tongket.exemplars.views.register import shown


def exemplar(request: HttpRequest, conference_id: int, exemplar_id: int) -> HttpResponse:
    """Read by the host's people; saved by who decides."""
    enterer = run_office_for if request.method == "POST" else office_for
    conference, rights = enterer(request, conference_id)
    found = exemplar_in(conference, exemplar_id)
    form = ExemplarForm(request.POST or None, initial={name: getattr(found, name) for name in ExemplarForm.base_fields})
    if request.method == "POST" and form.is_valid() and _saved(request, found, form):
        return redirect(request.path)
    enter(request, conference, rights)
    context = _context(conference, found) | {"form": form, "may_run": rights.may_run}
    return render(request, "exemplars/exemplar.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, found: Exemplar, form: ExemplarForm) -> bool:
    """Whether the form is kept; a window behind another keeps what was typed and is told."""
    revision = form.cleaned_data["revision"] or 0
    try:
        actions.edit_exemplar(
            exemplar=found, values=form.values(), revision=revision, by=signed_in(request), now=clock.now()
        )
    except actions.ExemplarMoved:
        form.add_error(None, _("Có người khác vừa sửa mô hình này. Tải lại trang để thấy bản của họ rồi sửa tiếp."))
        return False
    messages.success(request, _("Đã lưu."))
    return True


def _context(conference: Conference, found: Exemplar) -> dict[str, object]:
    proofs = Proof.objects.filter(exemplar__in=[found, *found.merged.all()]).select_related("unit", "file")
    return {
        "conference": conference,
        "exemplar": found,
        "shown": shown(found.state),
        "next": NEXT[ExemplarState(found.state)],
        "proofs": proofs.order_by("made_at", "pk"),
        "adoptions": found.adoptions.select_related("unit").order_by("unit__sort_key"),
        "merged": found.merged.order_by("key"),
        "others": others_of(found),
        "adopting": AdoptionForm(prefix="a", units=adopters_left(found)),
        "proving": ProofForm(prefix="p"),
    }


@require_POST
def step(request: HttpRequest, conference_id: int, exemplar_id: int) -> HttpResponse:
    """One button of the page; what is known of the exemplar is saved by its own form."""
    conference, _rights = run_office_for(request, conference_id)
    found = exemplar_in(conference, exemplar_id)
    do = STEPS.get(request.POST.get("do", ""))
    if do is None:
        raise Http404
    try:
        do(request, conference, found)
    except actions.ExemplarMoved:
        messages.error(request, _("Có người khác vừa đổi mô hình này. Xem lại rồi làm lại nếu cần."))
    return redirect("exemplars:exemplar", conference.pk, found.pk)


def _state(state: ExemplarState) -> Callable[[HttpRequest, Conference, Exemplar], None]:
    def move(request: HttpRequest, _conference: Conference, found: Exemplar) -> None:
        actions.set_state(exemplar=found, state=state, by=signed_in(request), now=clock.now())

    return move


def _merge(request: HttpRequest, conference: Conference, found: Exemplar) -> None:
    kept = exemplar_in(conference, row_key(request.POST.get("into", "")) or 0)
    actions.merge_exemplars(kept=kept, merged=found, by=signed_in(request), now=clock.now())


def _split(request: HttpRequest, _conference: Conference, found: Exemplar) -> None:
    actions.split_exemplar(exemplar=found, by=signed_in(request), now=clock.now())


def _adopt(request: HttpRequest, _conference: Conference, found: Exemplar) -> None:
    form = AdoptionForm(request.POST, prefix="a", units=adopters_left(found))
    if form.is_valid():
        actions.adopt(exemplar=found, **form.cleaned_data, by=signed_in(request), now=clock.now())
    else:
        _tell(request, form.errors)


def _unadopt(request: HttpRequest, _conference: Conference, found: Exemplar) -> None:
    adoption = Adoption.objects.filter(pk=row_key(request.POST.get("adoption", "")) or 0, exemplar=found).first()
    if adoption is None:
        raise Http404
    actions.take_back_adoption(adoption=adoption, by=signed_in(request), now=clock.now())


def _prove(request: HttpRequest, _conference: Conference, found: Exemplar) -> None:
    form = ProofForm(request.POST, request.FILES, prefix="p")
    if not form.is_valid():
        _tell(request, form.errors)
        return
    now, came = clock.now(), form.cleaned_data["file"]
    kept = files.store(data=came.read(), name=came.name or "", now=now) if came else None
    words = {name: form.cleaned_data[name] for name in ("quote", "where")}
    actions.add_proof(exemplar=found, file=kept, **words, by=signed_in(request), now=now)


def _tell(request: HttpRequest, errors: ErrorDict) -> None:
    for faults in errors.values():
        messages.error(request, " ".join(str(fault) for fault in faults))


STEPS: dict[str, Callable[[HttpRequest, Conference, Exemplar], None]] = {
    "confirm": _state(ExemplarState.CONFIRMED),
    "drop": _state(ExemplarState.DROPPED),
    "again": _state(ExemplarState.NAMED),
    "merge": _merge,
    "split": _split,
    "adopt": _adopt,
    "unadopt": _unadopt,
    "prove": _prove,
}


@require_GET
def proof_file(request: HttpRequest, conference_id: int, proof_id: int) -> HttpResponse:
    """The file of a proof, for people of the host."""
    conference, _rights = office_for(request, conference_id)
    proof = Proof.objects.select_related("file").filter(pk=proof_id, exemplar__host=conference.host_id).first()
    if proof is None or proof.file is None:
        raise Http404
    return files.answer(proof.file)
