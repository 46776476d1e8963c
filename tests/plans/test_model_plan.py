"""The model plan is read exactly: every value, every clause, every row in its order."""

import json
from pathlib import Path

from tongket.plans.facts import to_json
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

SAMPLES = Path(__file__).parent.parent / "samples" / "plans"
MODEL = SAMPLES / "01-tam-ky-2024.txt"


def test_model_plan_reads_exactly() -> None:
    expected = json.loads((SAMPLES / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))

    plan = read_document(read_bytes(MODEL.read_bytes()))

    assert to_json(plan.facts) == expected
    assert plan.is_plan
    assert plan.nature == ""


def test_model_plan_notes_both_page_cuts() -> None:
    plan = read_document(read_bytes(MODEL.read_bytes()))

    cuts = [mending.before.split()[:2] for mending in plan.mendings if mending.code == "page-cut"]

    assert cuts == [["lại", "hiệu"], ["chọn", "khen"]]


def test_model_plan_facts_stand_on_their_own_words() -> None:
    plan = read_document(read_bytes(MODEL.read_bytes()))

    words = {
        name: [plan.words(span) for span in plan.evidence[name].spans]
        for name in ("issued_on", "venue", "papers/3", "deadlines/0", "signature")
    }

    assert words["issued_on"] == ["ngày 11 tháng 10 năm 2024"]
    assert words["venue"] == [
        "Phòng họp cơ quan Mặt trận – đoàn thể thành phố",
        "Số 99 Hùng Vương, TP Tam Kỳ, Quảng Nam",
    ]
    assert words["papers/3"][0] == "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng"
    assert words["signature"] == ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "Nguyễn Thị Thu Hiền"]
    assert len(words["deadlines/0"]) == 2
