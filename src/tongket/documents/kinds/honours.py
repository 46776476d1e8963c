"""Documents of awards: proposal, minutes of the council, decision with its list, certificate."""

from tongket.conferences.models import Conference
from tongket.conferences.rules import DutyKind
from tongket.core.findings import words
from tongket.documents.kinds.kind import Addressee, Kind, Options, Signing, Values
from tongket.documents.kinds.known import COMMON, common, duties_of, facts_of, version_of
from tongket.documents.kinds.names import names
from tongket.documents.kinds.request import shared_clause


def award_values(conference: Conference, options: Options) -> Values:
    """Quota and nominating units; what each did, form and money are missing until the awards are kept."""
    units = dict.fromkeys(duty.unit_name for duty in duties_of(conference, [DutyKind.NOMINATION]))
    awards = facts_of(version_of(conference)).awards
    return common(conference, options) | {
        "so_tap_the": next((award.quota for award in awards if award.quota), None),
        "de_nghi": [{"ten": name, "thanh_tich": "", "hinh_thuc": ""} for name in units],
    }


def clause(conference: Conference, _options: Options) -> str:
    """Where the plan says who is rewarded."""
    return shared_clause(award.clause or "" for award in facts_of(version_of(conference)).awards)


def proposed_to(conference: Conference, options: Options) -> list[Addressee]:
    """To whom the proposal goes: as chosen, else the unit above the host."""
    above = conference.host.parent
    if options.get("to"):
        return [Addressee(None, str(options["to"]))]
    return [Addressee(above, above.name, above.email)] if above else []


def rewarded(conference: Conference, _options: Options) -> list[Addressee]:
    """One certificate for each nominating unit, until a decision names the rewarded."""
    found: dict[int, Addressee] = {}
    for duty in duties_of(conference, [DutyKind.NOMINATION]):
        if duty.unit is not None:
            values = {"ten_duoc_khen": duty.unit.name}
            found.setdefault(duty.unit.pk, Addressee(duty.unit, duty.unit.name, duty.unit.email, (), values))
    return list(found.values())


PROPOSAL = Kind(
    code="proposal",
    label=words("Tờ trình khen thưởng"),
    type_name="TỜ TRÌNH",
    abbreviation="TTr",
    names=names(*COMMON, "can_cu", "so_tap_the", "hinh_thuc_khen", "de_nghi", "nguon_kinh_phi"),
    values=award_values,
    addressees=proposed_to,
    clause=clause,
    is_addressed=True,
)
COUNCIL_MINUTES = Kind(
    code="council_minutes",
    label=words("Biên bản họp xét khen thưởng"),
    type_name="BIÊN BẢN",
    abbreviation="BB",
    names=names(
        *COMMON,
        "ngay_xet",
        "gio_xet",
        "noi_xet",
        "thanh_vien",
        "ket_qua_bo_phieu",
        "hinh_thuc_khen",
        "gio_ket_thuc",
        "nguoi_chu_toa",
        "thu_ky",
        "so_tap_the",
    ),
    values=award_values,
    clause=clause,
    signing=Signing.MEETING,
    has_place_and_date=False,
)
DECISION = Kind(
    code="decision",
    label=words("Quyết định khen thưởng"),
    type_name="QUYẾT ĐỊNH",
    abbreviation="QĐ",
    names=names(
        *COMMON,
        "can_cu",
        "hinh_thuc_khen",
        "thanh_tich_chung",
        "de_nghi",
        "muc_thuong",
        "nguon_kinh_phi",
        "bo_phan_thuc_hien",
    ),
    values=award_values,
    addressees=rewarded,
    clause=clause,
)
CERTIFICATE = Kind(
    code="certificate",
    label=words("Giấy khen"),
    type_name="GIẤY KHEN",
    abbreviation="GK",
    names=names(*COMMON, "ten_duoc_khen", "thanh_tich", "so_quyet_dinh", "ngay_quyet_dinh"),
    values=common,
    addressees=rewarded,
    clause=clause,
    gaps=("ten_duoc_khen", "thanh_tich"),
    has_recipients=False,
)
