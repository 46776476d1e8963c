"""The registry of duty kinds: name, picture and where it is fulfilled; a later room takes its own over."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core.findings import words


def by_hand(duty: Duty) -> str:
    """The page of this room where a duty is fulfilled with a note and a file."""
    return reverse("conferences:duty", args=[duty.pk])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of duty: a column's heading, the words of a row, a picture, the page where it is fulfilled."""

    code: str
    heading: str
    label: str
    icon: str
    page: Callable[[Duty], str] = by_hand


KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Adds a kind of duty, or takes over where one is fulfilled."""
    KINDS[kind.code] = kind


for _kind in (
    Kind(DutyKind.DELEGATES, words("Đại biểu"), words("Cử đại biểu dự họp"), "people"),
    Kind(DutyKind.REVIEW, words("Báo cáo"), words("Báo cáo tổng kết của đơn vị"), "sum"),
    Kind(DutyKind.PAPER, words("Tham luận"), words("Tham luận"), "doc"),
    Kind(DutyKind.REMARKS, words("Phát biểu"), words("Chuẩn bị phát biểu"), "talk"),
    Kind(DutyKind.NOMINATION, words("Khen thưởng"), words("Giới thiệu khen thưởng"), "award"),
    Kind(DutyKind.EXHIBIT, words("Sản phẩm"), words("Sản phẩm trưng bày"), "units"),
    Kind(DutyKind.NOTICE, words("Thông báo"), words("Thông báo thời gian, địa điểm"), "mail"),
    Kind(DutyKind.TASK, words("Việc khác"), words("Việc được giao"), "plan"),
):
    register_kind(_kind)

ORDER = tuple(KINDS)
