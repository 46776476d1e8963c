"""The conference and after it: minutes, notice of the conclusions, summary report."""

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core.findings import words
from tongket.documents.kinds.kind import Kind, Options, Signing, Values
from tongket.documents.kinds.known import COMMON, common, duties_of, invited, told_above
from tongket.documents.kinds.names import names
from tongket.documents.kinds.request import shared_clause
from tongket.documents.titles import report_subject


def report_values(conference: Conference, options: Options) -> Values:
    """How many units reported; what they reported comes with the summary itself."""
    reviews = duties_of(conference, [DutyKind.REVIEW])
    given = sum(1 for duty in reviews if duty.handed_in_at is not None)
    known = common(conference, options)
    return known | {"so_bao_cao": given or None, "ve_bao_cao": report_subject(str(known["ve_ke_hoach"]))}


def report_clause(conference: Conference, _options: Options) -> str:
    """The task that tells the host to write the summary report."""
    told = Duty.objects.filter(conference=conference, kind=DutyKind.TASK, text__icontains="báo cáo tổng kết")
    return shared_clause(told.order_by("pk").values_list("clause", flat=True)[:1])


MINUTES = Kind(
    code="minutes",
    label=words("Biên bản hội nghị"),
    type_name="BIÊN BẢN",
    abbreviation="BB",
    names=names(
        *COMMON,
        "so_trieu_tap",
        "so_co_mat",
        "chu_tri",
        "dien_bien",
        "ket_luan",
        "gio_ket_thuc",
        "nguoi_chu_toa",
        "thu_ky",
    ),
    values=common,
    signing=Signing.MEETING,
    has_place_and_date=False,
)
CONCLUSION = Kind(
    code="conclusion",
    label=words("Thông báo kết luận"),
    type_name="THÔNG BÁO",
    abbreviation="TB",
    names=names(*COMMON, "chu_tri", "ket_luan", "giao_viec"),
    values=common,
    addressees=invited,
    copies=told_above,
)
SUMMARY_REPORT = Kind(
    code="summary_report",
    label=words("Báo cáo tổng kết"),
    type_name="BÁO CÁO",
    abbreviation="BC",
    names=names(*COMMON, "ve_bao_cao", "so_bao_cao", "noi_dung_bao_cao"),
    values=report_values,
    clause=report_clause,
    copies=told_above,
)
RECOMMENDATIONS = Kind(
    code="recommendations",
    label=words("Công văn chuyển kiến nghị"),
    type_name="",
    abbreviation="",
    names=names(*COMMON, "kien_nghi_gui", "tra_loi_truoc"),
    values=common,
)
