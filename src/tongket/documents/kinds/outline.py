"""Đề cương báo cáo và biểu số liệu: what the units' own reports say, and the figures with their definition."""

from tongket.conferences.models import Conference
from tongket.conferences.rules import DutyKind
from tongket.core.findings import words
from tongket.documents.kinds.deadlines import due_of_all
from tongket.documents.kinds.kind import Addressee, Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, duties_of, facts_of, owing, texts, version_of
from tongket.documents.kinds.names import names
from tongket.documents.kinds.request import shared_clause


def addressees(conference: Conference, _options: Options) -> list[Addressee]:
    """The units that report."""
    return owing(duties_of(conference, [DutyKind.REVIEW]))


def clause(conference: Conference, _options: Options) -> str:
    """Where the plan says what is to be assessed."""
    return shared_clause(item.clause or "" for item in facts_of(version_of(conference)).review)


def values(conference: Conference, options: Options) -> Values:
    """What the plan says is to be assessed; the indicators are typed, or come from the units' reviews."""
    facts = facts_of(version_of(conference))
    return common(conference, options) | {
        "noi_dung_danh_gia": texts(facts.review),
        "han_bao_cao": due_of_all(duties_of(conference, [DutyKind.REVIEW]), facts),
    }


KIND = Kind(
    code="outline",
    label=words("Đề cương báo cáo và biểu số liệu"),
    type_name="ĐỀ CƯƠNG",
    abbreviation="ĐC",
    names=names(*COMMON, "noi_dung_danh_gia", "tu_ngay", "den_moc", "chi_tieu", "han_bao_cao"),
    values=values,
    addressees=addressees,
    clause=clause,
)
