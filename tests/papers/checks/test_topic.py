"""What the topic asks for, and where the paper states it."""

import pytest

from tests.papers.checks.looking import GREETING, codes, found, sight
from tongket.papers.checks.topic import Thing, asked_of, check, things
from tongket.papers.values import Assignment

TOPIC = (
    "Nêu phương pháp, cách tuyên truyền, vận động xây dựng 01 mô hình đoàn kết sáng tạo gắn với Phong trào “Cả nước "
    "chung tay vì người nghèo - Không để ai bị bỏ lại phía sau” (nêu rõ kết quả, thuận lợi, khó khăn, giải pháp và "
    "kinh nghiệm)."
)
ASKED = Assignment(topic=TOPIC, clause="III.2/4")
NAME = "Gắn với Phong trào “Cả nước chung tay vì người nghèo – không để ai bị bỏ lại phía sau”."
WHOLE = (
    GREETING,
    NAME,
    "Mô hình ra đời ở thôn Kim Thành. Cách làm là đến từng nhà tuyên truyền.",
    "Kết quả là 24 hộ thoát nghèo. Thuận lợi nhiều, khó khăn cũng có.",
    "Giải pháp là có tổ phó. Bài học: phải có người theo đến cùng.",
)


def test_paper_that_states_everything_passes() -> None:
    seen = sight(*WHOLE, assignment=ASKED)

    assert codes(check, seen) == []
    assert [(asked.code, asked.block) for asked in asked_of(seen)] == [
        ("name", 1),
        ("exemplar", 2),
        ("method", 2),
        ("propaganda", 2),
        ("results", 3),
        ("advantages", 3),
        ("difficulties", 3),
        ("solutions", 4),
        ("lessons", 4),
    ]


def test_what_is_not_found_is_named_in_the_words_of_the_topic() -> None:
    seen = sight(*WHOLE[:3], assignment=ASKED)

    assert found(check, seen) == [
        "Chưa thấy nêu kết quả.",
        "Chưa thấy nêu thuận lợi.",
        "Chưa thấy nêu khó khăn.",
        "Chưa thấy nêu kinh nghiệm.",
    ]
    assert {finding.level for finding in check(seen)} == {"advice"}
    assert {finding.clause for finding in check(seen)} == {"III.2/4"}


def test_name_of_a_campaign_is_looked_for() -> None:
    seen = sight(GREETING, *WHOLE[2:], assignment=ASKED)

    assert found(check, seen) == ["Chưa thấy nhắc “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”."]


def test_repeating_the_assignment_states_nothing() -> None:
    announced = "Chúng tôi xin báo cáo kết quả, thuận lợi, khó khăn của mô hình."

    assert "Chưa thấy nêu kết quả." in found(check, sight(GREETING, NAME, announced, assignment=ASKED))


def test_long_name_of_a_movement_states_no_result() -> None:
    name = "Phong trào “Đoàn kết sáng tạo, nâng cao năng suất, chất lượng, hiệu quả, hội nhập quốc tế” ở xã."

    assert found(check, sight(GREETING, name, assignment=Assignment(topic="Nêu hiệu quả."))) == [
        "Chưa thấy nêu hiệu quả."
    ]


def test_tone_may_stand_elsewhere() -> None:
    asked = Assignment(topic="Nêu kết quả.")

    assert codes(check, sight(GREETING, "Kết qủa: đã xong.", "Kết quả, như trên.", assignment=asked)) == []


def test_no_topic_asks_for_nothing() -> None:
    assert codes(check, sight(GREETING)) == []


@pytest.mark.parametrize("thing", things(), ids=[thing.code for thing in things()])
def test_every_thing_is_missed_and_found(thing: Thing) -> None:
    asked = Assignment(topic=f"Nêu {thing.asked[0]}.")

    assert codes(check, sight(GREETING, "Trời mưa.", assignment=asked)) == ["topic-missing"]
    assert codes(check, sight(GREETING, f"Nói về {thing.said[0]}.", assignment=asked)) == []
