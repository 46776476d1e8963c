"""Who attends, when and where."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.plans.drawing import days
from tests.plans.drawing.body import Body, Place
from tests.plans.drawing.names import Draw
from tongket.plans.facts import Participant, Time, Venue

_GUESTS: tuple[tuple[str, int | None], ...] = (
    ("Đại diện Thường trực Huyện ủy, HĐND, UBND huyện", None),
    ("Đại diện lãnh đạo Phòng Nội vụ", None),
    ("Lãnh đạo Ủy ban nhân dân các xã, thị trấn: 02 đồng chí", 2),
    ("Mỗi xã, thị trấn 03 đại biểu", 3),
    ("50 hội viên tiêu biểu", 50),
    ("Trưởng các phòng, ban, ngành của huyện (26 người)", 26),
    ("Trung tâm Văn hóa, Thể thao và Truyền thanh huyện (Phóng viên đăng tin)", None),
)
_HALLS = ("Hội trường Trung tâm Chính trị huyện", "Nhà Văn hóa Lao động tỉnh", "Hội trường lớn Ủy ban nhân dân huyện")
_STREETS = ("số 15 đường Lê Lợi, thị trấn An Lộc", "số 8 phố Trần Phú, thành phố Bắc Gianh")


def guests(draw: Draw, body: Body, place: Place) -> list[Participant]:
    """The list of those who attend."""
    drawn = draw(st.lists(st.sampled_from(_GUESTS), min_size=1, max_size=5, unique=True))
    clauses = body.items(place, [text for text, _ in drawn])
    return [Participant(clause, text, count) for clause, (text, count) in zip(clauses, drawn, strict=True)]


def time(draw: Draw, issued: date) -> Time:
    """When the conference meets: an hour of a day, a range of days, a part of a month."""
    day = issued + timedelta(days=draw(st.integers(10, 60)))
    return draw(st.sampled_from((_hour, _hours, _range, _part_of_month, _announced)))(draw, day)


def _hour(draw: Draw, day: date) -> Time:
    said, at = days.clock(draw)
    before = draw(st.sampled_from(("", "Lúc ", "Bắt đầu từ ")))
    return Time(f"{before}{said} ngày {days.printed(draw, day)}", day, day, at, None, tentative=False)


def _hours(draw: Draw, day: date) -> Time:
    text = f"Từ 7 giờ 45 đến 11 giờ 15, ngày {days.long(day)} ({days.weekday(day)})"
    return Time(text, day, day, "07:45", "11:15", tentative=False)


def _range(draw: Draw, day: date) -> Time:
    last = day + timedelta(days=1)
    text = f"Từ ngày {days.printed(draw, day)} đến hết ngày {days.printed(draw, last)}"
    return Time(text, day, last, None, None, tentative=False)


def _part_of_month(draw: Draw, day: date) -> Time:
    first, last = day.replace(day=11), day.replace(day=20)
    return Time(f"Dự kiến giữa tháng {day.month} năm {day.year}", first, last, None, None, tentative=True)


def _announced(draw: Draw, day: date) -> Time:
    text = f"Dự kiến vào đầu tháng {day.month:02}/{day.year} (thời gian cụ thể sẽ có thông báo sau)"
    return Time(text, day.replace(day=1), day.replace(day=10), None, None, tentative=True)


def venue(draw: Draw) -> tuple[str, Venue]:
    """The hall as printed and as a fact."""
    hall = draw(st.sampled_from(_HALLS))
    street = draw(st.none() | st.sampled_from(_STREETS))
    printed = hall if street is None else draw(st.sampled_from((f"{hall} ({street})", f"{hall}, {street}")))
    return printed, Venue(hall, street)


def together(draw: Draw, body: Body, issued: date) -> tuple[list[Participant], Time, Venue]:
    """One part with three numbered lines."""
    place = body.part("Thành phần, thời gian, địa điểm")
    people = guests(draw, body, body.under(place, "Thành phần"))
    when, (printed, where) = time(draw, issued), venue(draw)
    body.under(place, "Thời gian", when.text)
    body.under(place, "Địa điểm", printed)
    return people, when, where


def apart(draw: Draw, body: Body, issued: date) -> tuple[list[Participant], Time, Venue]:
    """Labelled items in one part, and the people in another."""
    when, (printed, where) = time(draw, issued), venue(draw)
    body.items(body.part("Thời gian, địa điểm"), [f"Thời gian: {when.text}", f"Địa điểm: {printed}"])
    return guests(draw, body, body.part("Thành phần tham dự")), when, where
