"""Đề cương báo cáo và biểu số liệu as a document: what is asked, from the outline that the office keeps."""

from dataclasses import replace

from tongket.conferences.models import Conference
from tongket.core.dates import official_day
from tongket.core.text import clean
from tongket.documents.kinds import KINDS, register_kind
from tongket.documents.kinds import outline as plain
from tongket.documents.kinds.kind import Options, Values
from tongket.reviews import values
from tongket.reviews.actions.issuing import outline_left
from tongket.reviews.queries.issued import OUTLINE_KIND
from tongket.reviews.queries.outline import current_period, outline_of
from tongket.reviews.rules import Kind

OF_RESULTS = frozenset({Kind.CONTEXT, Kind.RESULT})


def outline_values(conference: Conference, options: Options) -> Values:
    """What the plan and the outline ask, with the figures in their order; the unit's form carries the same ones.

    Strengths, shortcomings and the like have headings of their own in the template.
    """
    outline = outline_of(conference)
    asked = [clean(each.text).rstrip(" .;") for each in outline.questions if each.kind in OF_RESULTS]
    said = plain.values(conference, options) | {
        "noi_dung_danh_gia": asked,
        "chi_tieu": [_row(each) for each in outline.indicators],
    }
    period = current_period(outline)
    return said | (_span(period) if period else {})


def _row(indicator: values.Indicator) -> dict[str, str]:
    return {
        "ten": indicator.name,
        "don_vi_tinh": indicator.measure,
        "giai_thich": indicator.definition or "theo tên chỉ tiêu",
    }


def _span(period: values.Period) -> dict[str, str]:
    return {"tu_ngay": f"từ {official_day(period.first_on)}", "den_moc": period.last_on.isoformat()}


def register() -> None:
    """Takes over what the outline says and hears when it left; its template, addressees and clause stay."""
    register_kind(replace(KINDS[OUTLINE_KIND], values=outline_values, left=outline_left))
