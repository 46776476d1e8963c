"""Công văn đề nghị chuẩn bị: one letter for one or several kinds of duty, to every unit that owes them."""

from collections.abc import Iterable, Sequence

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core import clock
from tongket.core.findings import words
from tongket.documents.kinds.deadlines import due_of, due_of_all, other_days
from tongket.documents.kinds.kind import Addressee, Kind, Options, Values
from tongket.documents.kinds.known import (
    COMMON,
    ROMAN,
    common,
    duties_of,
    facts_of,
    owing,
    place_in_plan,
    standard_form,
    told_above,
    version_of,
)
from tongket.documents.kinds.names import names
from tongket.plans.facts import Facts

# What each kind of duty is called as a part of the letter, and as something to do.
PARTS: dict[str, tuple[str, str]] = {
    DutyKind.PAPER: ("Tham luận", "chuẩn bị tham luận"),
    DutyKind.NOMINATION: ("Giới thiệu khen thưởng", "giới thiệu mô hình tiêu biểu đề nghị khen thưởng"),
    DutyKind.EXHIBIT: ("Sản phẩm trưng bày", "chuẩn bị sản phẩm trưng bày"),
    DutyKind.REVIEW: ("Báo cáo tổng kết", "gửi báo cáo tổng kết"),
    DutyKind.REMARKS: ("Ý kiến phát biểu", "chuẩn bị ý kiến phát biểu"),
    DutyKind.DELEGATES: ("Cử đại biểu", "cử đại biểu tham dự"),
    DutyKind.TASK: ("Việc được giao", "thực hiện việc được giao"),
}


def asked(options: Options) -> tuple[str, ...]:
    """The kinds of duty that the letter is about, as chosen; papers where nothing was."""
    chosen = [kind for kind in options.get("duty_kinds") or () if kind in PARTS]
    return tuple(dict.fromkeys(chosen)) or (DutyKind.PAPER,)


def duties_asked(conference: Conference, options: Options) -> list[Duty]:
    """The duties that the letter is about.

    A letter with several parts goes to the units that owe all of them, `units` (keys) among the options narrows it.
    """
    kinds, wanted = asked(options), set(options.get("units") or ())
    duties = duties_of(conference, kinds)
    owed: dict[int | None, set[str]] = {}
    for duty in duties:
        owed.setdefault(duty.unit_id, set()).add(duty.kind)
    asked_units = {unit for unit, own in owed.items() if own >= set(kinds) and (not wanted or unit in wanted)}
    return [duty for duty in duties if duty.unit_id in asked_units]


def addressees(conference: Conference, options: Options) -> list[Addressee]:
    """Every unit that owes what is asked, once, in the order of the directory."""
    return owing(duties_asked(conference, options))


def clause(conference: Conference, options: Options) -> str:
    """The clause that the duties of the first part share."""
    first = asked(options)[0]
    return shared_clause(duty.clause for duty in duties_asked(conference, options) if duty.kind == first)


def shared_clause(clauses: Iterable[str]) -> str:
    """`III.2` for `III.2/1` and `III.2/2`; the clause itself where all have one."""
    found = list(dict.fromkeys(clause for clause in clauses if clause))
    if len(found) <= 1:
        return found[0] if found else ""
    places = list(dict.fromkeys(clause.partition("/")[0] for clause in found))
    return places[0] if len(places) == 1 else places[0].partition(".")[0]


def values(conference: Conference, options: Options) -> Values:
    """What the letter says: parts in the order chosen, each with its place in the plan and its last day."""
    facts, kinds = facts_of(version_of(conference)), asked(options)
    duties = duties_asked(conference, options)
    by_kind = {kind: [duty for duty in duties if duty.kind == kind] for kind in kinds}
    limits = facts.paper_limits
    return common(conference, options) | {
        "viec_can_chuan_bi": _all_of([PARTS[kind][1] for kind in kinds]),
        "noi_voi": "phục vụ" if kinds[-1] == DutyKind.REVIEW else "tại",
        "phan": [_part(number, kind, by_kind[kind], facts) for number, kind in enumerate(kinds)],
        # Typed where neither the plan nor the office set a day: it stands for every part that has none.
        "thoi_han": "",
        "nhieu_phan": "có" if len(kinds) > 1 else "",
        "so_trang": conference.paper_pages or (limits.pages if limits else None),
        "so_phut": conference.paper_minutes or (limits.minutes if limits else None),
        "the_thuc_bai": standard_form(conference, on=clock.today()),
        "so_mo_hinh": next((each.count for each in facts.nominators if each.count), None),
        "so_tap_the": next((award.quota for award in facts.awards if award.quota), None),
        "han_rieng": [line for own in by_kind.values() for line in other_days(own, facts)],
        "phu_luc": _annex(duties, facts) if options.get("with_annex") else [],
    }


def _all_of(things: Sequence[str]) -> str:
    return things[0] if len(things) == 1 else ", ".join(things[:-1]) + " và " + things[-1]


def _part(number: int, kind: str, duties: Sequence[Duty], facts: Facts) -> dict[str, str]:
    return {
        "ma": kind,
        "so": ROMAN[number],
        "ten": PARTS[kind][0],
        "o": place_in_plan(shared_clause(duty.clause for duty in duties)),
        "han": due_of_all(duties, facts),
    }


def _annex(duties: Sequence[Duty], facts: Facts) -> list[dict[str, str]]:
    return [
        {
            "don_vi": duty.unit_name,
            "viec": PARTS[duty.kind][0],
            "noi_dung": duty.text.rstrip(" .;"),
            "han": due_of(duty, facts),
        }
        for duty in duties
    ]


KIND = Kind(
    code="request",
    label=words("Công văn đề nghị chuẩn bị"),
    type_name="",
    abbreviation="",
    names=names(
        *COMMON,
        "viec_can_chuan_bi",
        "noi_voi",
        "phan",
        "nhieu_phan",
        "thoi_han",
        "so_trang",
        "so_phut",
        "the_thuc_bai",
        "so_mo_hinh",
        "so_tap_the",
        "han_rieng",
        "phu_luc",
    ),
    values=values,
    addressees=addressees,
    clause=clause,
    copies=told_above,
)
