"""What brings people to the conference: notice of time and place, invitation, programme, list, confirmation."""

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core.dates import official_day
from tongket.core.findings import words
from tongket.core.text import clean
from tongket.documents.kinds.deadlines import due_of_all
from tongket.documents.kinds.kind import Addressee, Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, duties_of, facts_of, invited, texts, told_above, version_of
from tongket.documents.kinds.names import names
from tongket.documents.kinds.request import shared_clause
from tongket.documents.spoken import hour_in_words
from tongket.plans.facts import Facts

SPEAKS = "tham dự và trình bày tham luận tại"
COMES = "tham dự"
# How a confirmation goes on behind the name.
SPOKE = "Đã tham dự và trình bày tham luận tại"
CAME = "Đã tham dự"


def notice_values(conference: Conference, options: Options) -> Values:
    """Day, hour and place as they are fixed, who comes, and what is new against the plan."""
    facts = facts_of(version_of(conference))
    delegates = duties_of(conference, [DutyKind.DELEGATES])
    return common(conference, options) | {
        "thanh_phan": texts(facts.participants),
        "thay_doi": changes_since_plan(conference, facts),
        "han_xac_bao": due_of_all(delegates, facts),
    }


def changes_since_plan(conference: Conference, facts: Facts) -> list[str]:
    """What the plan left open or said otherwise of the time: one line each."""
    when, day = facts.time, conference.held_on
    if when is None or day is None or (when.earliest == when.latest == day and not when.tentative):
        return []
    hour = f"{hour_in_words(conference.starts_at)}, " if conference.starts_at else ""
    said = clean(when.text).split(" (")[0].rstrip(" .;:")
    return [f"Thời gian: kế hoạch nêu “{said}”, nay ấn định {hour}{official_day(day)}"]


def notice_clause(conference: Conference, _options: Options) -> str:
    """The clause that promises a notice."""
    return shared_clause(
        Duty.objects.filter(conference=conference, kind=DutyKind.NOTICE).values_list("clause", flat=True)
    )


def delegates_clause(conference: Conference, _options: Options) -> str:
    """The clause that says who comes."""
    return shared_clause(duty.clause for duty in duties_of(conference, [DutyKind.DELEGATES]))


def guests(conference: Conference, _options: Options) -> list[Addressee]:
    """One invitation for each unit that sends delegates; a unit with a paper is told that it speaks."""
    speaking = {duty.unit_id for duty in duties_of(conference, [DutyKind.PAPER])}
    return [
        _guest(each, is_speaking=each.unit is not None and each.unit.pk in speaking) for each in invited(conference, {})
    ]


def _guest(unit: Addressee, *, is_speaking: bool) -> Addressee:
    values = {
        "nguoi_duoc_moi": f"Đại diện lãnh đạo {unit.name}",
        "noi_dung_moi": SPEAKS if is_speaking else COMES,
    }
    return Addressee(unit.unit, unit.name, unit.email, unit.duties, values)


def invitation_values(conference: Conference, options: Options) -> Values:
    """Day, hour, place; who chairs is typed until a programme says it."""
    last = due_of_all(duties_of(conference, [DutyKind.DELEGATES]), facts_of(version_of(conference)))
    return common(conference, options) | {"han_xac_bao": last}


def delegate_rows(conference: Conference, options: Options) -> Values:
    """The units that send somebody; names and posts are missing until they are announced."""
    rows = [{"ho_ten": "", "chuc_vu": "", "don_vi": each.name, "ghi_chu": "-"} for each in invited(conference, options)]
    return common(conference, options) | {"dai_bieu": rows}


def confirmed(conference: Conference, _options: Options) -> list[Addressee]:
    """One confirmation for each unit that presents a paper, until delegates are known by name."""
    found: dict[int, Addressee] = {}
    for duty in duties_of(conference, [DutyKind.PAPER]):
        if duty.unit is not None:
            values = {"don_vi_cong_tac": duty.unit.name, "viec_xac_nhan": SPOKE}
            found.setdefault(duty.unit.pk, Addressee(duty.unit, duty.unit.name, duty.unit.email, (), values))
    return list(found.values())


NOTICE = Kind(
    code="notice",
    label=words("Thông báo thời gian, địa điểm"),
    type_name="THÔNG BÁO",
    abbreviation="TB",
    names=names(*COMMON, "thanh_phan", "thay_doi", "trang_phuc", "han_xac_bao"),
    values=notice_values,
    addressees=invited,
    clause=notice_clause,
    copies=told_above,
)
INVITATION = Kind(
    code="invitation",
    label=words("Giấy mời"),
    type_name="GIẤY MỜI",
    abbreviation="GM",
    names=names(*COMMON, "nguoi_duoc_moi", "noi_dung_moi", "chu_tri", "trang_phuc", "han_xac_bao"),
    values=invitation_values,
    addressees=guests,
    clause=delegates_clause,
    gaps=("nguoi_duoc_moi", "noi_dung_moi"),
)
PROGRAMME = Kind(
    code="programme",
    label=words("Chương trình hội nghị"),
    type_name="CHƯƠNG TRÌNH",
    abbreviation="CTr",
    names=names(*COMMON, "chu_tri", "chuong_trinh"),
    values=common,
)
DELEGATE_LIST = Kind(
    code="delegate_list",
    label=words("Danh sách đại biểu"),
    type_name="DANH SÁCH",
    abbreviation="DS",
    names=names(*COMMON, "dai_bieu", "so_trieu_tap", "so_xac_nhan"),
    values=delegate_rows,
    clause=delegates_clause,
)
CONFIRMATION = Kind(
    code="confirmation",
    label=words("Giấy xác nhận"),
    type_name="GIẤY XÁC NHẬN",
    abbreviation="GXN",
    names=names(*COMMON, "ho_ten", "chuc_vu", "don_vi_cong_tac", "viec_xac_nhan"),
    values=common,
    addressees=confirmed,
    gaps=("ho_ten", "chuc_vu", "don_vi_cong_tac", "viec_xac_nhan"),
)
