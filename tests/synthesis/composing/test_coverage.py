"""The sentences that say which reports the summary stands on."""

from dataclasses import replace

from tests.factories.materials import make_coverage, make_material
from tongket.synthesis.composing.coverage import coverage
from tongket.synthesis.values import Passage


def told(**changes: int) -> list[Passage]:
    return list(coverage(replace(make_material(), coverage=make_coverage(**changes))))


def test_missing_units_are_counted_and_named() -> None:
    first, second, _third = told()

    assert first.text == (
        "Đến ngày 21/10/2024, có 15/18 cơ quan, đơn vị, địa phương gửi báo cáo kết quả thực hiện Phong trào thi đua "
        "“Đoàn kết sáng tạo”; số liệu và nhận định dưới đây được tổng hợp từ các báo cáo ấy."
    )
    assert second.text == (
        "Còn 03 đơn vị chưa gửi báo cáo: Đoàn TNCS thành phố, phường An Sơn và phường Hòa Hương; "
        "số liệu của các đơn vị này chưa có trong báo cáo."
    )
    assert len(first.sources) == 15


def test_when_everybody_reported_nobody_is_missing() -> None:
    passages = told(counted=18)

    assert [each.slot for each in passages] == ["I:bao-cao", "I:hinh-thuc"]
    assert "tất cả 18 cơ quan" in passages[0].text


def test_how_reviews_were_held_follows_what_is_known() -> None:
    assert "10 đơn vị tổ chức hội nghị, 05 đơn vị tổng kết bằng văn bản" in told()[2].text
    assert "10 đơn vị đã tổ chức hội nghị tổng kết." in told(in_writing=0)[2].text
    assert "05 đơn vị tổng kết bằng văn bản." in told(in_meeting=0)[2].text
    assert len(told(in_meeting=0, in_writing=0)) == 2


def test_nothing_is_said_of_no_report() -> None:
    assert told(counted=0, expected=0, in_meeting=0, in_writing=0) == []


def test_where_nothing_came_the_draft_says_what_is_missing() -> None:
    (passage,) = told(counted=0, expected=18, in_meeting=0, in_writing=0)

    assert passage.text == (
        "Đến ngày 21/10/2024, chưa nhận được báo cáo kết quả thực hiện Phong trào thi đua “Đoàn kết sáng tạo” của "
        "18 cơ quan, đơn vị, địa phương được giao; chưa có số liệu để tổng hợp."
    )
    assert passage.sources == ()


def test_three_villages_are_units_and_one_that_is_missing_is_one() -> None:
    assert told(counted=3, expected=3)[0].text == (
        "Đến ngày 21/10/2024, cả 03 đơn vị được giao đã gửi báo cáo kết quả thực hiện Phong trào thi đua "
        "“Đoàn kết sáng tạo”; báo cáo này tổng hợp từ các báo cáo ấy."
    )
    first, second, *_manner = coverage(
        replace(make_material(), coverage=replace(make_coverage(counted=1, expected=2), missing=("thôn Kim Đới",)))
    )
    assert first.text.startswith("Đến ngày 21/10/2024, có 1/2 đơn vị gửi báo cáo")
    assert first.text.endswith("dưới đây được tổng hợp từ báo cáo ấy.")
    assert second.text == (
        "Còn 01 đơn vị chưa gửi báo cáo là thôn Kim Đới; số liệu của đơn vị này chưa có trong báo cáo."
    )


def test_one_unit_alone_is_named() -> None:
    (first, *_manner) = told(counted=1, expected=1)

    assert (first.text, first.figures) == (
        f"Đến ngày 21/10/2024, {first.sources[0].where} đã gửi báo cáo kết quả thực hiện Phong trào thi đua "
        "“Đoàn kết sáng tạo”; báo cáo này tổng hợp từ báo cáo ấy.",
        {},
    )
