"""What `tongket plan read` prints: the contract as JSON, or a table that a clerk can check against the paper."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TextIO

from tongket.plans.facts import Facts, to_json
from tongket.plans.plan import Plan
from tongket.plans.repairs import repairs

# The columns of the table, in characters; with the blanks between them a line takes 120.
_CLAUSE, _FACT, _SURE = 10, 100, 6

_TITLES = {
    "kind": "Tên loại",
    "number": "Số, ký hiệu",
    "issuer": "Cơ quan ban hành",
    "place": "Địa danh",
    "issued_on": "Ngày ban hành",
    "title": "Trích yếu",
    "based_on": "Căn cứ",
    "sections": "Đề mục",
    "purpose": "Mục đích, yêu cầu",
    "participants": "Thành phần",
    "time": "Thời gian",
    "venue": "Địa điểm",
    "review": "Nội dung tổng kết",
    "papers": "Tham luận",
    "paper_limits": "Giới hạn tham luận",
    "awards": "Khen thưởng",
    "nominators": "Đơn vị giới thiệu",
    "exhibits": "Trưng bày",
    "deadlines": "Thời hạn",
    "tasks": "Nhiệm vụ",
    "budget": "Kinh phí",
    "recipients": "Nơi nhận",
    "signature": "Người ký",
}
_KINDS = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}
_LABELS = {
    "count": "số người: {}",
    "quota": "số lượng: {}",
    "pages": "không quá {} trang",
    "minutes": "không quá {} phút",
    "earliest": "từ {}",
    "latest": "đến {}",
    "start": "bắt đầu {}",
    "end": "kết thúc {}",
    "on": "ngày {}",
    "at": "lúc {}",
    "to": "gửi về {}",
    "issued_on": "ngày {}",
}
_SKIPPED = frozenset({"clause", "level", "parent"})


def print_plan(plan: Plan, *, as_json: bool, out: TextIO) -> None:
    """Writes the facts of `plan` to `out`: the JSON contract and nothing else, or a table at most 120 wide."""
    if as_json:
        json.dump(to_json(plan.facts), out, ensure_ascii=False, indent=1)
        out.write("\n")
        return
    for line in _table(plan):
        out.write(line.rstrip() + "\n")


def _table(plan: Plan) -> Iterator[str]:
    """One block for each key: its title, then a line or more for each fact."""
    yield f"{'Mục':<{_CLAUSE}}  {'Điều đọc được':<{_FACT}}  {'Chắc':>{_SURE}}"
    yield "─" * (_CLAUSE + _FACT + _SURE + 4)
    for field in fields(Facts):
        value = getattr(plan.facts, field.name)
        rows = [row for row in (value if isinstance(value, tuple) else (value,)) if row is not None]
        yield f"{'':<{_CLAUSE}}  {_TITLES[field.name].upper()}{'' if rows else ': không có'}"
        for number, row in enumerate(rows):
            name = f"{field.name}/{number}" if isinstance(value, tuple) else field.name
            yield from _row(plan, name, row)
    if plan.nature:
        yield plan.nature
    for repair in repairs(mending.code for mending in plan.mendings):
        yield f"Đã sửa khi đọc: {repair.sentence} ({repair.count} chỗ)"


def _row(plan: Plan, name: str, row: object) -> Iterator[str]:
    """One fact: its clause, its words folded to the column, how sure the reader is, and why it is not surer."""
    evidence = plan.evidence.get(name)
    sure = f"{round(evidence.sure * 100)}%" if evidence else ""
    clause = str(getattr(row, "clause", None) or "")
    lines = textwrap.wrap(_words(row), _FACT) or [""]
    yield f"{clause:<{_CLAUSE}}  {lines[0]:<{_FACT}}  {sure:>{_SURE}}"
    doubt = textwrap.wrap(f"→ {evidence.doubt}", _FACT) if evidence and evidence.doubt else []
    for line in (*lines[1:], *doubt):
        yield f"{'':<{_CLAUSE}}  {line}"


def _words(row: object) -> str:
    """A fact in one line: its texts first, then dates and figures with their names."""
    if not is_dataclass(row):
        return _plain(row)
    parts = [(field.name, getattr(row, field.name)) for field in fields(row) if field.name not in _SKIPPED]
    said = [_named(name, value) for name, value in parts if value not in (None, (), False)]
    return " · ".join(said)


def _named(name: str, value: object) -> str:
    if name == "tentative":
        return "dự kiến"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    plain = _KINDS.get(str(value), _plain(value))
    return _LABELS.get(name, "{}").format(plain)


def _plain(value: object) -> str:
    """A value as Vietnamese offices write it: dates day first."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
