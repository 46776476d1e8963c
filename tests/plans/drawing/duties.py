"""The part that assigns work: units as headings, at the head of an item, inside a sentence, or in a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.plans.drawing import days
from tests.plans.drawing.body import Body, Place
from tests.plans.drawing.names import MAILS, UNITS, Draw, some
from tongket.plans.facts import Deadline, Task

WORKS = (
    "xây dựng báo cáo tổng kết, chương trình, kịch bản hội nghị",
    "chuẩn bị hội trường, khẩu hiệu, âm thanh và các điều kiện phục vụ hội nghị",
    "chủ trì, phối hợp với các cơ quan liên quan tuyên truyền về kết quả phong trào và các gương người tốt, việc tốt "
    "trên các phương tiện thông tin đại chúng, trang thông tin điện tử, mạng xã hội của cơ quan, đơn vị, địa phương",
    "tham mưu công tác khen thưởng theo quy định",
)
_THINGS = ("báo cáo tổng kết", "danh sách đại biểu", "hồ sơ đề nghị khen thưởng", "bài tham luận", "báo cáo thành tích")
_RECEIVERS = ("Phòng Nội vụ", "Văn phòng Tỉnh hội", "Ban Thường trực Ủy ban MTTQ Việt Nam huyện")


@dataclass(slots=True)
class Duties:
    """The facts of this part."""

    tasks: list[Task] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)

    def owe(self, deadline: Deadline) -> None:
        """Adds a delivery; the same one stated again is one row with the names of all its units."""
        for place, first in enumerate(self.deadlines):
            if (first.on, first.what, first.to) == (deadline.on, deadline.what, deadline.to):
                more = tuple(unit for unit in deadline.units if unit not in first.units)
                self.deadlines[place] = replace(first, units=(*first.units, *more))
                return
        self.deadlines.append(deadline)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _delivery(draw: Draw, issued: date) -> tuple[str, Deadline]:
    """An order to hand something in, as printed and as a fact that no unit owes yet."""
    thing, day = draw(st.sampled_from(_THINGS)), issued + timedelta(days=draw(st.integers(5, 50)))
    receiver, mail = draw(st.sampled_from(_RECEIVERS)), draw(st.none() | st.sampled_from(MAILS))
    channel = f" (qua địa chỉ e-mail: {mail})" if mail else ""
    by, at = draw(st.sampled_from((("trước ngày", None), ("chậm nhất ngày", None), ("trước 17 giờ 00 ngày", "17:00"))))
    text = f"gửi {thing} về {receiver}{channel} {by} {days.printed(draw, day)}"
    return text, Deadline(None, day, at, thing, mail or receiver, ())


def _works(draw: Draw, issued: date) -> list[tuple[str, Deadline | None]]:
    works: list[tuple[str, Deadline | None]] = [(work, None) for work in some(draw, WORKS, most=2)]
    return [*works, _delivery(draw, issued)] if draw(st.booleans()) else works


def duties(draw: Draw, body: Body, issued: date) -> Duties:
    """The part in one of its four shapes."""
    place = body.part(draw(st.sampled_from(("Tổ chức thực hiện", "Phân công nhiệm vụ"))))
    made = Duties()
    shape = draw(st.sampled_from((_by_heading, _by_label, _by_sentence, _by_table)))
    shape(draw, body, place, made, issued)
    return made


def _by_heading(draw: Draw, body: Body, place: Place, made: Duties, issued: date) -> None:
    for unit in some(draw, UNITS, least=2):
        works = _works(draw, issued)
        clauses = body.items(body.under(place, unit), [_capital(text) for text, _ in works])
        for clause, (text, owed) in zip(clauses, works, strict=True):
            _assign(made, Task(clause, unit, _capital(text)), owed)


def _by_label(draw: Draw, body: Body, place: Place, made: Duties, issued: date) -> None:
    _in_items(draw, body, place, made, issued, "{unit}: {work}")


def _by_sentence(draw: Draw, body: Body, place: Place, made: Duties, issued: date) -> None:
    _in_items(draw, body, place, made, issued, draw(st.sampled_from(("Giao {unit} {work}", "Đề nghị {unit} {work}"))))


def _in_items(draw: Draw, body: Body, place: Place, made: Duties, issued: date, form: str) -> None:
    """Items that name a unit; where a colon parts it from its work, the work alone is the text."""
    given = [(unit, *_works(draw, issued)[-1]) for unit in some(draw, UNITS, least=2)]
    texts = [form.format(unit=unit, work=_capital(work) if ":" in form else work) for unit, work, _ in given]
    for clause, text, (unit, work, owed) in zip(body.items(place, texts), texts, given, strict=True):
        _assign(made, Task(clause, unit, _capital(work) if ":" in form else text), owed)


def _by_table(draw: Draw, body: Body, place: Place, made: Duties, issued: date) -> None:
    rows: list[tuple[str, str, str]] = []
    dates: list[date] = []
    for unit in some(draw, UNITS, least=2):
        day = issued + timedelta(days=draw(st.integers(5, 50)))
        dates.append(day)
        rows.append((_capital(draw(st.sampled_from(WORKS))), unit, days.printed(draw, day)))
    clauses = body.table(place, ("Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành"), rows)
    _assign_rows(made, clauses, rows, dates)


def _assign_rows(
    made: Duties, clauses: Sequence[str | None], rows: Sequence[tuple[str, str, str]], dates: Sequence[date]
) -> None:
    for clause, (work, unit, _), day in zip(clauses, rows, dates, strict=True):
        _assign(made, Task(clause, unit, work), Deadline(None, day, None, work, None, ()))


def _assign(made: Duties, task: Task, owed: Deadline | None) -> None:
    made.tasks.append(task)
    if owed is not None:
        made.owe(replace(owed, clause=task.clause, units=(task.unit,)))
