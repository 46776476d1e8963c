"""How recipients are listed."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import P, Sheet

SPOILED = (
    Spoiled("recipients-head-wording", plan().change("foot_left", 0, text="Nơi nhận")),
    Spoiled("recipients-head-wording", plan().change("foot_left", 0, text="NƠI NHẬN:")),
    Spoiled("recipients-marks", plan().change("foot_left", 1, text="Ban Thường trực tỉnh (báo cáo);")),
    Spoiled("recipients-end", plan().change("foot_left", 1, text="- Ban Thường trực tỉnh (báo cáo),")),
)
FINE = (
    plan().insert("foot_left", 4, P("PT.12", 11, align="left")),
    plan().change("foot_left", 1, text="- Ban Thường trực\ntỉnh (báo cáo);"),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
