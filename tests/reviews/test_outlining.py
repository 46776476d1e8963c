from datetime import date

import pytest

from tongket.plans.facts import Facts, Item
from tongket.reviews.outlining import SINCE_LAUNCH, SINCE_LAUNCH_LABEL, code_of, drafted, kind_of, period_of
from tongket.reviews.rules import Kind
from tongket.reviews.starter import starter
from tongket.reviews.values import Period

TODAY = date(2024, 10, 21)
ISSUED = date(2024, 10, 11)


def period(title: str, issued_on: date | None = ISSUED) -> Period:
    return period_of(Facts(title=title, issued_on=issued_on), starter(), today=TODAY)


def test_drafted_asks_points_of_plan_between_usual_questions() -> None:
    facts = Facts(
        title="tổng kết phong trào năm 2024",
        review=(
            Item("III.1.1", "Đánh giá vai trò, trách nhiệm của Mặt trận các cấp;"),
            Item("III.1.1/1", "Kết quả công tác tuyên truyền, vận động; nhân rộng các mô hình tiêu biểu."),
        ),
        purpose=(Item("I/1", "Làm rõ ưu điểm, khó khăn, vướng mắc; rút ra bài học kinh nghiệm, kiến nghị"),),
    )

    outline = drafted(facts, starter(), today=TODAY)

    assert [(each.code, each.kind, each.clause) for each in outline.questions] == [
        ("iii-1-1", Kind.CONTEXT, "III.1.1"),
        ("iii-1-1-1", Kind.RESULT, "III.1.1/1"),
        ("strengths", Kind.STRENGTH, "I/1"),
        ("shortcomings", Kind.SHORTCOMING, "I/1"),
        ("causes", Kind.CAUSE, ""),
        ("lessons", Kind.LESSON, "I/1"),
        ("exemplars", Kind.EXEMPLAR, "III.1.1/1"),
        ("planned", Kind.PLANNED, ""),
        ("recommendations", Kind.RECOMMENDATION, "I/1"),
    ]
    assert outline.questions[0].text == "Đánh giá vai trò, trách nhiệm của Mặt trận các cấp."
    assert outline.revision == 1
    assert outline.indicators == starter().indicators


def test_drafted_of_a_plan_that_says_nothing_asks_the_usual() -> None:
    outline = drafted(Facts(), starter(), today=TODAY)

    assert outline.questions == starter().questions
    assert outline.periods == (Period("2024", "Năm 2024", date(2024, 1, 1), date(2024, 12, 31), is_current=True),)


def test_kind_is_told_by_the_first_word_that_tells() -> None:
    assert kind_of("Đánh giá (những kết quả đạt được, khó khăn và bài học) trong công tác chỉ đạo") is Kind.RESULT
    assert kind_of("Những hạn chế, nguyên nhân") is Kind.SHORTCOMING
    assert kind_of("Nêu những đề xuất, kiến nghị") is Kind.RECOMMENDATION
    assert kind_of("Việc sử dụng kinh phí") is Kind.RESULT


def test_code_is_the_clause_or_the_first_words() -> None:
    assert code_of("III.1.1/2", "gì đó") == "iii-1-1-2"
    assert code_of("", "Bai hoc") == "bai-hoc"
    assert code_of("", "Ưở") == "cau-hoi"


def test_period_is_what_the_title_says() -> None:
    launched = period("tổng kết Phong trào “Đoàn kết sáng tạo” từ khi phát động đến nay")
    assert launched == Period(SINCE_LAUNCH, SINCE_LAUNCH_LABEL, date(2017, 8, 28), date(2024, 9, 30), is_current=True)
    assert period("tổng kết giai đoạn 2021 - 2024").code == "2021-2024"
    assert period("sơ kết 6 tháng đầu năm 2024").last_on == date(2024, 6, 30)
    assert period("tổng kết công tác năm 2023").label == "Năm 2023"
    assert period("tổng kết phong trào", None).code == "2024"


def test_starter_codes_are_told_once_and_parts_belong_to_totals() -> None:
    shipped = starter()
    codes = [each.code for each in shipped.indicators]

    assert len(codes) == len(set(codes))
    named = {each.part_of for each in shipped.indicators} | {each.not_above for each in shipped.indicators}
    named |= {each.numerator for each in shipped.indicators} | {each.denominator for each in shipped.indicators}
    assert named - {""} - set(codes) == set()
    assert all(each.definition and each.measure for each in shipped.indicators)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Đánh giá vai trò, trách nhiệm của Ủy ban MTTQ Việt Nam các cấp tham mưu cấp ủy, phối hợp với chính quyền",
            "Vai trò, trách nhiệm",
        ),
        (
            "Kết quả công tác tuyên truyền, vận động, kiểm tra, đôn đốc và chủ trì hiệp thương; nhân rộng mô hình",
            "Tuyên truyền, vận động, kiểm tra, đôn đốc",
        ),
        (
            "Đánh giá (những kết quả đạt được, cách thức tổ chức) trong công tác chỉ đạo, triển khai, tổ chức "
            "thực hiện Phong trào thi đua “Đoàn kết sáng tạo”",
            "Công tác chỉ đạo, triển khai",
        ),
        ("Kết quả", "Kết quả"),
        ("Đánh giá", "Đánh giá"),
    ],
)
def test_a_question_is_headed_by_what_it_is_about(text: str, heading: str) -> None:
    facts = Facts(review=(Item("III.1", text),))

    asked = [each for each in drafted(facts, starter(), today=TODAY).questions if each.code == "iii-1"]

    assert asked[0].heading == heading
