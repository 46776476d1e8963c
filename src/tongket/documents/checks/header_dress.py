"""The parts of the header are dressed as the table of Annex I asks. Decree 30/2020/NĐ-CP, Annex I, part I, V."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import faults
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """Findings about size, bold, italic and capitals of each part of the header that is there."""
    header = sight.header
    parts = (
        ("nation", "nation", words("Quốc hiệu."), (header.nation,), True),
        ("motto", "motto", words("Tiêu ngữ."), (header.motto,), False),
        ("above", "above", words("Tên cơ quan chủ quản."), header.above, True),
        ("issuer", "own", words("Tên cơ quan ban hành."), header.own, True),
        ("number", "number", words("Số, ký hiệu."), (header.number,), False),
        ("date", "place_and_date", words("Địa danh và thời gian."), (header.place_and_date,), False),
    )
    return tuple(
        finding
        for name, key, where, lines, capitals in parts
        for finding in faults(
            name, where, [line for line in lines if line], form.dress("header", key), form, capitals=capitals
        )
    )
