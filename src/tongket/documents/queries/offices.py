"""How the host writes its documents: derived from what kind of body it is, under what the office set itself."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.text import fold
from tongket.documents.issuers import Office, archive_line, authority, office_of_unit, symbol
from tongket.documents.kinds import Kind, Signing
from tongket.documents.kinds.known import facts_of, setting_on, version_of
from tongket.documents.render.values import Profile
from tongket.units.models import Membership, Role, Unit
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

OFFICE_KEY = "documents.office"
LINES = ("above", "own")


def office_of(unit: Unit, *, on: date) -> Office:
    """How the unit writes on a day; one query, and one for the unit above it where it is not loaded."""
    return overlaid(derived_office(unit), setting_on(OFFICE_KEY, reference(unit), on))


def derived_office(unit: Unit) -> Office:
    """What the unit's kind and place give, without what the office set itself."""
    return office_of_unit(_record(unit), _record(unit.parent) if unit.parent else None)


def overlaid(office: Office, own: object) -> Office:
    """The derived form with what an office set in its place; a name that an office has not is left aside."""
    if not isinstance(own, Mapping):
        return office
    known = {field.name for field in fields(Office)}
    given: dict[str, Any] = {str(name): value for name, value in own.items() if name in known and value}
    given |= {name: tuple(given[name]) for name in LINES if name in given}
    if "profile" in given:
        given["profile"] = Profile(given["profile"])
    return replace(office, **given)


def _record(unit: Unit) -> UnitRecord:
    return UnitRecord(
        key=str(unit.pk),
        name=unit.name,
        short_name=unit.short_name,
        body=BodyType(unit.body),
        place_kind=PlaceKind(unit.place_kind),
        place=unit.place,
    )


def signer_of(conference: Conference) -> tuple[str, str]:
    """Name and post of the leader who signs: whoever signed the plan, else the head, else the first leader."""
    signed = facts_of(version_of(conference)).signature
    leaders = list(
        Membership.objects.filter(unit=conference.host, role=Role.LEADER, ended_on__isnull=True)
        .select_related("person")
        .order_by("pk")
    )
    leaders.sort(
        key=lambda each: (each.person.name != (signed.name if signed else None), fold(each.post).startswith("pho"))
    )
    if leaders:
        return leaders[0].person.name, leaders[0].post
    return (signed.name or "", (signed.position or "").capitalize()) if signed else ("", "")


def archive_of(conference: Conference, office: Office) -> str:
    """The archive's line: the plan's own where it has one, else the office's."""
    return archive_line(facts_of(version_of(conference)).recipients) or office.archive


def heading_of(conference: Conference, kind: Kind, *, on: date) -> dict[str, Any]:
    """Form, symbol, place, signer and archive line as the office writes them."""
    office = office_of(conference.host, on=on)
    name, post = signer_of(conference)
    signs = kind.signing is Signing.HOST
    return {
        "profile": office.profile,
        "symbol": symbol(office, kind.abbreviation),
        "place": office.place,
        "dated_on": kind.day(conference),
        "signer_authority": list(authority(office, post)) if signs else [],
        "signer_name": name if signs else "",
        "archive_line": archive_of(conference, office),
    }
