"""Who issues and who signs, as documents print it, from what kind of body a unit is and of which place. Pure."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from tongket.core.text import TONES as TONE_MARKS
from tongket.core.text import clean, fold, nfc
from tongket.documents.render.layout import layout_of
from tongket.documents.render.values import Profile, Signature
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

PROFILES = {BodyType.FRONT: Profile.FRONT, BodyType.PARTY: Profile.PARTY}
# The Front's form without its symbols: what the body in each name writes for itself.
FRONT = "ủy ban MTTQ Việt Nam"
STANDING = {
    BodyType.FRONT: "Ban Thường trực",
    BodyType.POLITICAL_SOCIAL: "Ban Thường vụ",
    BodyType.PARTY: "Ban Thường vụ",
}
HEADS = {
    BodyType.FRONT: "Chủ tịch",
    BodyType.POLITICAL_SOCIAL: "Chủ tịch",
    BodyType.ASSOCIATION: "Chủ tịch",
    BodyType.GOVERNMENT: "Chủ tịch",
    BodyType.COUNCIL: "Chủ tịch",
    BodyType.PARTY: "Bí thư",
    BodyType.SCHOOL: "Hiệu trưởng",
    BodyType.DEPARTMENT: "Trưởng phòng",
    BodyType.ENTERPRISE: "Giám đốc",
}
SHORT_BODIES = {
    BodyType.POLITICAL_SOCIAL: "BTV",
    BodyType.GOVERNMENT: "UBND",
    BodyType.COUNCIL: "HĐND",
    BodyType.FRONT: "BTT",
}
TONES = re.compile(f"[{TONE_MARKS}]")
OPENED = (("UBND", "Ủy ban nhân dân"), ("UBMTTQVN", "Ủy ban MTTQ Việt Nam"), ("UBMTTQ", "Ủy ban MTTQ"))


@dataclass(frozen=True, slots=True)
class Office:
    """How one office writes its documents; what is empty is derived, what it set itself stands."""

    profile: Profile
    above: tuple[str, ...]
    own: tuple[str, ...]
    place: str
    symbol_body: str
    collective: str
    head: str
    archive: str = "Lưu: VT"
    contact_line: str = ""


def office_of_unit(unit: UnitRecord, above: UnitRecord | None = None) -> Office:
    """The office as its kind and place give it; `above` is the unit it belongs to."""
    profile = PROFILES.get(unit.body, Profile.DECREE)
    higher, own = _lines(unit, above)
    return Office(
        profile=profile,
        above=higher,
        own=own,
        place=unit.place or (above.place if above else ""),
        symbol_body=SHORT_BODIES.get(unit.body) or initials(_bare(unit)),
        collective=_collective(unit),
        head=HEADS.get(unit.body, "Thủ trưởng"),
    )


def _lines(unit: UnitRecord, above: UnitRecord | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines above and the unit's own, in capitals; a standing board stands below its body."""
    place, name = _place(unit), _opened(_bare(unit)).upper()
    if unit.body in STANDING and unit.body is not BodyType.PARTY:
        body = (FRONT if unit.body is BodyType.FRONT else name).upper()
        return tuple(filter(None, (body, place))), (STANDING[unit.body].upper(),)
    if unit.body in {BodyType.GOVERNMENT, BodyType.COUNCIL}:
        return (), tuple(filter(None, (name, place)))
    higher = _lines(above, None)[1] if above is not None else ()
    return higher, (_opened(clean(unit.name)).upper(),)


def _place(unit: UnitRecord) -> str:
    if unit.place_kind in {PlaceKind.NONE, PlaceKind.CENTRAL} or not unit.place:
        return ""
    return f"{unit.place_kind.value} {unit.place}".upper()


def _bare(unit: UnitRecord) -> str:
    """The unit's name without the place at its end: `Hội Nông dân` of `Hội Nông dân thành phố`."""
    name = clean(unit.name)
    for tail in (f"{unit.place_kind.value} {unit.place}".strip(), unit.place_kind.value):
        if tail and fold(name).endswith(f" {fold(tail)}"):
            return name[: -len(tail)].strip()
    return name


def _opened(name: str) -> str:
    for short, long in OPENED:
        name = name.replace(short, long)
    return name


def initials(name: str) -> str:
    """`PKT` of `Phòng Kinh tế`, `ĐU` of `Đảng ủy`: what a symbol says of an issuer, without tones."""
    letters = (TONES.sub("", normalize("NFD", word[0])) for word in clean(name).split() if word[0].isalpha())
    return nfc("".join(letters)).upper()


def _collective(unit: UnitRecord) -> str:
    """The body in whose name is signed, empty where the head signs alone."""
    if unit.body in STANDING:
        return STANDING[unit.body].upper()
    return _opened(_bare(unit)).upper() if unit.body in {BodyType.GOVERNMENT, BodyType.COUNCIL} else ""


def symbol(office: Office, abbreviation: str) -> str:
    """What stands after the number: `KH-MTTQ-BTT`; a letter's has no type (`MTTQ-BTT`)."""
    form = layout_of(office.profile).numbering.symbol
    pattern = form.use if abbreviation else form.letter
    return pattern.format(type=abbreviation, body=office.symbol_body)


def authority(office: Office, post: str) -> tuple[str, ...]:
    """The lines over the signature: `TM. BAN THƯỜNG TRỰC`, `PHÓ CHỦ TỊCH`; a deputy's `KT.` where the profile has it.

    Decree 30/2020, Article 13; the Front and the Party sign for their board without it.
    """
    marks = layout_of(office.profile).signing
    lines = [f"{marks.collective} {office.collective}"] if office.collective else []
    is_deputy = fold(post).startswith("pho ")
    needs_mark = not office.collective or (marks.deputy_line.use and office.profile is not Profile.PARTY)
    if is_deputy and needs_mark:
        lines.append(f"{marks.deputy} {office.head.upper()}")
    return (*lines, post.upper()) if post else tuple(lines)


def meeting_signatures(secretary: str, chair: str) -> tuple[Signature, ...]:
    """Minutes are signed by secretary and chair, from left to right (Decree 30/2020, Annex III, form 1.9)."""
    return Signature(("THƯ KÝ",), secretary), Signature(("CHỦ TỌA",), chair)


def archive_line(recipients: tuple[str, ...]) -> str:
    """The archive's line of a plan, with the colon that the form wants: `Lưu VT, PT` is `Lưu: VT, PT`; else empty."""
    found = next((line for line in recipients if fold(line).startswith("luu")), "")
    kept = clean(found)[3:].strip(" :.;")
    return f"Lưu: {kept}" if kept else ""
