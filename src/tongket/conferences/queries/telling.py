"""Whom to tell what of a corrected plan, the words of it ready to copy, and what a unit's own page may say."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.conferences.correction import How
from tongket.conferences.models import Conference, Contact, Duty, PlanVersion
from tongket.conferences.queries.between_versions import TOLD, items_to_tell
from tongket.conferences.queries.difference_items import HOW_WORDS, Item
from tongket.conferences.queries.difference_lines import Line, conference_lines
from tongket.conferences.queries.plan_page import latest_ordinal
from tongket.conferences.queries.unit_page import office_contact
from tongket.units.models import Unit

OF_ALL = ("held_on", "starts_at", "venue")


@dataclass(frozen=True, slots=True)
class UnitToTell:
    """A unit with what changed for it, and when somebody wrote down that it was told."""

    unit: Unit
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    told: Contact | None

    @property
    def what(self) -> str:
        """What changed, in a few words."""
        parts = [f"{_(HOW_WORDS[item.how]).lower()} {str(item.label).lower()}" for item in self.items]
        return "; ".join(dict.fromkeys([*parts, *(line.label.lower() for line in self.lines)]))


def units_to_tell(version: PlanVersion, unit_ids: Collection[int] | None = None) -> list[UnitToTell]:
    """The units for which the version changed something, all or some of them; a constant number of queries."""
    lines = lines_for_all(version)
    items: dict[int, list[Item]] = defaultdict(list)
    for item in items_to_tell(version, unit_ids):
        items[item.unit_id].append(item)
    keys = set(items) | (_owing(version, unit_ids) if lines else set())
    told = told_of(version)
    units = Unit.objects.filter(pk__in=keys).order_by("sort_key")
    return [UnitToTell(unit, tuple(items[unit.pk]), lines, told.get(unit.pk)) for unit in units]


def lines_for_all(version: PlanVersion) -> tuple[Line, ...]:
    """What concerns every unit: another day, hour or place of the conference, where that still holds."""
    settled = version.changes.get("settled", {})
    before, after = settled.get("before", {}), settled.get("after", {})
    now = {name: getattr(version.conference, name) for name in OF_ALL if name in after}
    return conference_lines({name: before[name] for name in now}, now)


def _owing(version: PlanVersion, unit_ids: Collection[int] | None) -> set[int]:
    owed = Duty.objects.counted().filter(conference=version.conference_id, unit__isnull=False)
    asked = owed if unit_ids is None else owed.filter(unit__in=unit_ids)
    return {key for key in asked.values_list("unit_id", flat=True) if key and key != version.conference.host_id}


def told_of(version: PlanVersion) -> dict[int, Contact]:
    """For each unit the latest word that it was told of this version."""
    contacts = Contact.objects.filter(version=version).select_related("made_by").order_by("made_at", "pk")
    return {contact.unit_id: contact for contact in contacts}


def untold_units(conference: Conference) -> tuple[int, int]:
    """The ordinal of the plan in force, and how many units nobody has told of its changes; at most eight queries."""
    versions = conference.plan_versions.defer("facts", "lines", "marks").select_related("conference__host")
    version = versions.latest("ordinal")
    entries = version.changes.get("duties", {})
    changed = [int(key) for key, entry in entries.items() if entry["how"] in TOLD]
    owing = Duty.objects.filter(pk__in=changed, unit__isnull=False).exclude(unit=conference.host_id)
    keys = set(owing.values_list("unit_id", flat=True)) | (_owing(version, None) if lines_for_all(version) else set())
    left = keys - set(Contact.objects.filter(version=version).values_list("unit_id", flat=True))
    return version.ordinal, len(units_to_tell(version, left)) if left else 0


def telling_text(version: PlanVersion, each: UnitToTell, *, link: str) -> str:
    """What a unit is told, in Vietnamese: what changed for it, where that stands, where to see it, whom to ask."""
    with translation.override("vi"):
        return "\n".join(_text(version, each, link))


def _text(version: PlanVersion, each: UnitToTell, link: str) -> list[str]:
    conference = version.conference
    number = f", {_('số')} {version.number}" if version.number else ""
    lines = [_("Kính gửi %(unit)s,") % {"unit": each.unit.name}, ""]
    lines.append(
        _("%(conference)s: kế hoạch đã sửa (bản %(n)d%(number)s). Với đơn vị, những điều sau đổi:")
        % {"conference": conference.short_title, "n": version.ordinal, "number": number}
    )
    lines += [f"- {line}" for line in each.lines]
    lines += [text for item in each.items for text in item_texts(item)]
    lines += ["", _("Xem và nộp ở đây, không cần mật khẩu: %(link)s") % {"link": link}]
    office = office_contact(conference)
    if office is not None:
        whom = {"name": office.person.name, "phone": office.person.phone or "…"}
        lines.append(_("Cần hỏi: %(name)s, %(phone)s.") % whom)
    return lines


def item_texts(item: Item) -> list[str]:
    """One duty in plain lines."""
    if item.how is How.WITHDRAWN:
        where = _(" (mục %(clause)s của bản trước)") % {"clause": item.old_clause} if item.old_clause else ""
        return [_("- Không còn phải làm: %(what)s%(where)s.") % {"what": item.label.lower(), "where": where}]
    where = _(" Mục %(clause)s.") % {"clause": item.new_clause} if item.new_clause else ""
    if item.how is not How.CHANGED:
        said = {"what": item.label.lower(), "due": item.office_words, "where": where, "text": item.short}
        return [_("- Thêm: %(what)s, %(due)s.%(where)s “%(text)s”") % said]
    return [f"- {item.label}.{where}", *(f"  + {_line(line)}" for line in item.lines)]


def _line(line: Line) -> str:
    if line.is_turned:
        return str(line)
    return _("%(label)s nay là: “%(text)s”") % {"label": line.label, "text": line.new_words}


@dataclass(frozen=True, slots=True)
class PlanNotice:
    """That the plan was corrected, as the office told the unit: which version, when, and what changed for it."""

    number: int
    told_at: datetime
    items: tuple[Item, ...]
    lines: tuple[Line, ...]


def plan_notice(conference: Conference, unit: Unit) -> PlanNotice | None:
    """What a unit's page may say of the plan in force: nothing before the office wrote down that it told the unit."""
    told = Contact.objects.filter(conference=conference, unit=unit, version__ordinal=latest_ordinal(conference))
    last = told.select_related("version__conference__host").order_by("-made_at", "-pk").first()
    if last is None or last.version is None:
        return None
    found = units_to_tell(last.version, [unit.pk])
    return PlanNotice(last.version.ordinal, last.made_at, found[0].items, found[0].lines) if found else None
