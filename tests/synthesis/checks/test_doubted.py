"""What the sums stand on is asked about before the report leaves."""

from tongket.core.findings import compose
from tongket.synthesis.checks.doubted import doubted
from tongket.synthesis.checks.values import Doubt, Draft


def test_a_figure_that_does_not_fit_is_asked_about() -> None:
    draft = Draft((), doubts=(Doubt("phường Trường Xuân", "Giá trị làm lợi của sáng kiến", "48.000.000"),))

    assert [str(compose(finding)) for finding in doubted(draft)] == [
        "Số của phường Trường Xuân về “Giá trị làm lợi của sáng kiến” trông chưa đúng: 48.000.000. "
        "Xem ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại."
    ]


def test_of_many_figures_the_first_are_named_and_the_rest_counted() -> None:
    doubts = tuple(Doubt(f"xã {number // 2}", "Số mô hình", str(number)) for number in range(13))

    found = [str(compose(finding)) for finding in doubted(Draft((), doubts=doubts))]

    assert (len(found), found[7], found[8]) == (
        9,
        "Số của xã 3 về “Số mô hình” trông chưa đúng: 7. Xem ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại.",
        "Còn 5 số nữa trông chưa đúng, của 3 đơn vị. Xem đủ ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại.",
    )


def test_models_that_may_be_one_are_asked_about_together() -> None:
    assert [str(compose(finding)) for finding in doubted(Draft((), twins=2))] == [
        "2 cặp mô hình có thể là một, nay đang đếm hai lần. Mở sổ Mô hình: gộp lại, hoặc ghi là hai mô hình khác nhau."
    ]


def test_nothing_is_asked_where_all_fits() -> None:
    assert doubted(Draft(())) == ()
