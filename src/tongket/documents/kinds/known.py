"""What a conference knows that every kind of document may say: the plan, the host, time and place, whom to ask."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.conferences.rules import DutyKind
from tongket.core.audit import reference
from tongket.core.models import Setting
from tongket.core.text import clean, nfc
from tongket.documents.kinds.kind import Addressee, Options, Values
from tongket.documents.render.layout import layout_of
from tongket.documents.render.values import Profile
from tongket.documents.titles import lowered
from tongket.plans.facts import Facts, from_json
from tongket.units.models import Membership, Role, Unit
from tongket.units.rules import COMMUNE_LEVEL, PlaceKind

COMMON = (
    "ten_hoi_nghi",
    "so_ke_hoach",
    "ngay_ke_hoach",
    "ve_ke_hoach",
    "co_quan",
    "co_quan_ngan",
    "ngay_hop",
    "gio_hop",
    "dia_diem",
    "nguoi_lien_he",
    "chuc_vu_lien_he",
    "dien_thoai",
    "thu_dien_tu",
)
# The standard form of papers beside what the layout of documents says; a conference may set its own numbers, by the
# names that papers measure by.
FORM_KEY = "papers.form"
FORM = {"lines": 1.15, "after_pt": 6.0, "first_line_mm": 10.0, "width_mm": 210.0, "height_mm": 297.0}
A4 = (210.0, 297.0)
# The levels of place above each, by which recipients of the plan are known to stand above the host.
ABOVE_COMMUNE = ("tỉnh", "thành phố", "thị xã", "huyện", "quận")
ABOVE = {
    PlaceKind.CITY: ("tỉnh",),
    PlaceKind.TOWN: ("tỉnh",),
    PlaceKind.DISTRICT: ("tỉnh",),
    PlaceKind.URBAN_DISTRICT: ("thành phố",),
    PlaceKind.PROVINCE: ("trung ương", "Trung ương"),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def version_of(conference: Conference) -> PlanVersion | None:
    """The plan in force; one query."""
    return conference.plan_versions.order_by("-ordinal").first()


def facts_of(version: PlanVersion | None) -> Facts:
    """What the plan says; nothing where there is none."""
    return from_json(version.facts) if version and version.facts else Facts()


def common(conference: Conference, options: Options) -> Values:
    """The values of every kind; four queries."""
    version = version_of(conference)
    facts, host = facts_of(version), conference.host
    person = contact_of(host, options)
    return {
        "ten_hoi_nghi": lowered(conference.short_title),
        "so_ke_hoach": version.number if version else "",
        "ngay_ke_hoach": version.issued_on.isoformat() if version and version.issued_on else "",
        "ve_ke_hoach": lowered(facts.title or conference.title).rstrip("."),
        "co_quan": host.name,
        "co_quan_ngan": host.called,
        "ngay_hop": conference.held_on.isoformat() if conference.held_on else "",
        "gio_hop": conference.starts_at.strftime("%H:%M") if conference.starts_at else "",
        "dia_diem": conference.venue,
        "nguoi_lien_he": person.person.name if person else "",
        "chuc_vu_lien_he": person.post if person else "",
        "dien_thoai": (person.person.phone if person else "") or host.phone,
        "thu_dien_tu": _address(facts, host),
    }


def contact_of(host: Unit, options: Options) -> Membership | None:
    """Whom units ask: the person chosen for the document, else the office's first clerk; one query."""
    clerks = Membership.objects.filter(unit=host, ended_on__isnull=True).select_related("person").order_by("pk")
    chosen = options.get("contact")
    found = [each for each in clerks if each.pk == chosen or each.role == Role.CLERK]
    return next((each for each in found if each.pk == chosen), found[0] if found else None)


def _address(facts: Facts, host: Unit) -> str:
    """Where things are sent by e-mail: as the plan prints it, else the host's own."""
    told = (deadline.to for deadline in facts.deadlines if deadline.to and "@" in deadline.to)
    return next(told, "") or host.email


def standard_form(conference: Conference, *, on: date) -> str:
    """The form of papers in one sentence, from the layout of documents and the conference's own setting; one query."""
    page, body = layout_of(Profile.DECREE).page, layout_of(Profile.DECREE).body
    own = setting_on(FORM_KEY, reference(conference), on)
    margins = {f"{side}_mm": getattr(page, f"{side}_mm").use for side in ("top", "bottom", "left", "right")}
    form = FORM | margins | {"size_pt": body.size.use} | (own if isinstance(own, dict) else {})
    said = {name: f"{number:g}".replace(".", ",") for name, number in form.items()}
    sheet = (form["width_mm"], form["height_mm"])
    paper = "A4" if sheet == A4 else f"{said['width_mm']} x {said['height_mm']} mm"
    return (
        f"khổ giấy {paper}; "
        f"lề trên {said['top_mm']} mm, lề dưới {said['bottom_mm']} mm, "
        f"lề trái {said['left_mm']} mm, lề phải {said['right_mm']} mm; "
        f"phông chữ {page.font.use}, cỡ chữ {said['size_pt']}; giãn dòng {said['lines']}; "
        f"cách đoạn {said['after_pt']} pt; dòng đầu lùi vào {_centimetres(form['first_line_mm'])}"
    )


def _centimetres(millimetres: float) -> str:
    """`1 cm`, `1,27 cm`."""
    return f"{millimetres / 10:g} cm".replace(".", ",")


def setting_on(key: str, scope: str, on: date) -> object:
    """The value in force on a day, None where nobody set one; one query."""
    rows = Setting.objects.filter(key=key, scope=scope).order_by("valid_from_on")
    holding = [
        row.value
        for row in rows
        if (row.valid_from_on is None or row.valid_from_on <= on)
        and (row.valid_until_on is None or on <= row.valid_until_on)
    ]
    return holding[-1] if holding else None


def duties_of(conference: Conference, kinds: Iterable[str]) -> list[Duty]:
    """The duties of these kinds that bind units, in the order of the directory; one query."""
    found = Duty.objects.counted().filter(conference=conference, kind__in=list(kinds), unit__isnull=False)
    return list(found.exclude(unit=conference.host_id).select_related("unit").order_by("unit_id", "kind", "ordinal"))


def owing(duties: Sequence[Duty]) -> list[Addressee]:
    """The units that owe these duties, each once with its own, in the given order."""
    by_unit: dict[int, list[Duty]] = {}
    for duty in duties:
        if duty.unit is not None:
            by_unit.setdefault(duty.unit.pk, []).append(duty)
    return [_addressee(own) for own in by_unit.values()]


def _addressee(own: Sequence[Duty]) -> Addressee:
    unit = own[0].unit
    assert unit is not None
    return Addressee(unit, unit.name, unit.email, tuple(own))


def invited(conference: Conference, _options: Options) -> list[Addressee]:
    """The units that send delegates."""
    return owing(duties_of(conference, [DutyKind.DELEGATES]))


def told_above(conference: Conference, _options: Options) -> list[Addressee]:
    """The bodies above the host among the plan's recipients: they get letters and notices for their knowledge."""
    host = conference.host
    kind = PlaceKind(host.place_kind)
    above = ABOVE_COMMUNE if kind in COMMUNE_LEVEL else ABOVE.get(kind, ())
    ends = re.compile(rf"\b(?:{'|'.join(above)})(?: {{1}}\S.*)?$") if above else None
    own = clean(f"{host.place_kind} {host.place}")
    told = [line for line in facts_of(version_of(conference)).recipients if ends and ends.search(line)]
    return [Addressee(None, clean(line)) for line in told if not line.endswith(own)]


def place_in_plan(clause: str) -> str:
    """`III.2/4` as documents cite it: `điểm 2 Phần III` (Decree 30/2020, Annex II: phần capital, điểm small)."""
    part, _, point = nfc(clause).partition("/")[0].partition(".")
    if not part:
        return ""
    return f"điểm {point} Phần {part}" if point else f"Phần {part}"


def texts(items: Iterable[Any]) -> list[str]:
    """The words of facts as lines of a list."""
    return [clean(item.text).rstrip(" .;") for item in items if clean(item.text)]
