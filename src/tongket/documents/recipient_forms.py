"""The table of recipients as it is typed: names with a unit of the directory behind them, addresses, copies, duties."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Duty
from tongket.core.text import clean
from tongket.documents.actions.recipients import RecipientDraft
from tongket.documents.models import Document
from tongket.documents.rules import RecipientRole
from tongket.units.models import Unit

SPARE = 3
MOST_COPIES = 999
ROLES = ((RecipientRole.ADDRESSEE, _("Kính gửi")), (RecipientRole.COPY, _("Nơi nhận")))
SMALL = {"class": "in s"}


class RecipientForm(forms.Form):
    """One line: a name that the directory knows becomes its unit, any other stays as typed."""

    role = forms.ChoiceField(label=_("Gửi như"), choices=ROLES, widget=forms.Select(SMALL))
    name = forms.CharField(
        label=_("Tên in trên văn bản"),
        max_length=300,
        required=False,
        widget=forms.TextInput({**SMALL, "list": "units"}),
    )
    unit = forms.IntegerField(required=False, widget=forms.HiddenInput)
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(SMALL))
    copies = forms.IntegerField(
        label=_("Số bản"),
        min_value=1,
        max_value=MOST_COPIES,
        initial=1,
        required=False,
        widget=forms.NumberInput(SMALL),
    )
    duties = forms.TypedMultipleChoiceField(
        label=_("Việc phải làm"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, owed: Mapping[int, list[tuple[int, str]]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """`owed` are the choices of duties by unit; the line offers those of its own."""
        super().__init__(*args, **kwargs)
        typed = self.data.get(self.add_prefix("unit")) if self.is_bound else self.initial.get("unit")
        key = int(typed) if typed and str(typed).isdecimal() else 0
        self.fields["duties"].choices = owed.get(key, [])  # type: ignore[attr-defined]


RecipientFormSet = forms.formset_factory(RecipientForm, extra=SPARE, can_delete=True, max_num=2000)


@dataclass(frozen=True, slots=True)
class Editor:
    """The bound or unbound table, and the units that can be picked."""

    formset: Any
    units: list[Unit]
    owing: list[Unit]


def editor_of(document: Document, data: Mapping[str, Any] | None = None) -> Editor:
    """The table of a document's recipients; six queries whatever their number."""
    owed = owed_by_unit(document)
    rows = document.recipients.prefetch_related("duties").order_by("ordinal")
    initial = [
        {
            "role": row.role,
            "name": row.name,
            "unit": row.unit_id,
            "email": row.email,
            "copies": row.copies,
            "duties": [duty.pk for duty in row.duties.all()],
        }
        for row in rows
    ]
    formset = RecipientFormSet(data, initial=initial, form_kwargs={"owed": owed}, prefix="r")
    known = {row["unit"] for row in initial}
    owing = list(Unit.objects.filter(pk__in=owed).exclude(pk__in=[key for key in known if key]).order_by("sort_key"))
    return Editor(formset, units_near(document), owing)


def owed_by_unit(document: Document) -> dict[int, list[tuple[int, str]]]:
    """The duties that bind in the conference as choices, by unit; one query."""
    owed: dict[int, list[tuple[int, str]]] = defaultdict(list)
    duties = Duty.objects.counted().filter(conference=document.conference_id, unit__isnull=False)
    for key, unit, kind in duties.order_by("pk").values_list("pk", "unit_id", "kind"):
        owed[unit or 0].append((key, str(_(KINDS[kind].label)) if kind in KINDS else kind))
    return dict(owed)


def units_near(document: Document) -> list[Unit]:
    """The units that the page suggests: those with duties here, those below the host, and the one above; one query."""
    host = document.conference.host
    owing = Duty.objects.filter(conference=document.conference_id).values("unit_id")
    near = (
        Unit.objects.filter(pk__in=owing)
        | Unit.objects.filter(parent=host)
        | Unit.objects.filter(pk=host.parent_id or 0)
    )
    return list(near.distinct().order_by("sort_key")[:500])


def drafts_of(formset: Any) -> list[RecipientDraft]:  # noqa: ANN401 -- a class that Django makes
    """What was typed as recipients; a name that one unit bears becomes that unit, with all it owes where it is new."""
    lines = [form.cleaned_data for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    lines = [line for line in lines if clean(line.get("name", ""))]
    units = _units_by_name({clean(line["name"]) for line in lines})
    return [_draft(line, units) for line in lines]


def _units_by_name(names: set[str]) -> dict[str, Unit]:
    """The units that bear one of the names, left out where two do; two queries."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in Unit.objects.filter(name__in=names):
        found[unit.name].append(unit)
    for unit in Unit.objects.filter(short_name__in=names):
        found[unit.short_name].append(unit)
    return {name: units[0] for name, units in found.items() if len({unit.pk for unit in units}) == 1}


def _draft(line: Mapping[str, Any], units: Mapping[str, Unit]) -> RecipientDraft:
    name = clean(line["name"])
    unit = units.get(name)
    key = unit.pk if unit else line.get("unit")
    return RecipientDraft(
        name=name,
        unit=key,
        email=line.get("email") or (unit.email if unit else ""),
        copies=line.get("copies") or 1,
        role=RecipientRole(line["role"]),
        duties=tuple(line.get("duties") or ()),
    )
