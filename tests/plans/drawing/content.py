"""The content of the conference: the review, papers with their limits, displays, awards and who nominates."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.plans.drawing.aims import DISPLAYS, POINTS, statements
from tests.plans.drawing.body import Body, Place
from tests.plans.drawing.marks import List
from tests.plans.drawing.names import UNITS, Draw, some
from tests.plans.writing.letter import Paragraph
from tongket.plans.facts import Award, Item, Nominator, Paper, PaperLimits

_TOPICS = (
    "Kinh nghiệm xây dựng mô hình “Tuyến đường sáng - xanh - sạch - đẹp” ở khu dân cư",
    "Giải pháp vận động nguồn lực xã hội",
    "Vai trò của cán bộ, đoàn viên trong chuyển đổi số; những khó khăn cần tháo gỡ và đề xuất với các cấp, các ngành "
    "để phong trào tiếp tục lan tỏa trong giai đoạn tới",
)
_KINDS = (("tập thể", "collective"), ("cá nhân", "individual"), ("hộ gia đình", "household"))


@dataclass(slots=True)
class Content:
    """The facts of this part."""

    review: list[Item] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    limits: PaperLimits | None = None
    exhibits: list[Item] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    nominators: list[Nominator] = field(default_factory=list)


def content(draw: Draw, body: Body) -> Content:
    """Each matter under a heading of its own: below one part, or as a part itself."""
    made = Content()
    whole = body.part("Nội dung") if draw(st.booleans()) else None

    def place(heading: str) -> Place:
        return body.part(heading) if whole is None else body.under(whole, heading)

    made.review = statements(draw, body, place("Nội dung tổng kết"), POINTS)
    if draw(st.booleans()):
        _papers(draw, body, place("Tham luận tại hội nghị"), made)
    if draw(st.booleans()):
        made.exhibits = statements(draw, body, place("Trưng bày sản phẩm"), DISPLAYS)
    if draw(st.booleans()):
        _awards(draw, body, place("Khen thưởng"), made)
    return made


def _papers(draw: Draw, body: Body, place: Place, made: Content) -> None:
    units = some(draw, UNITS, least=2)
    topics = [draw(st.sampled_from(_TOPICS)) for _ in units]
    if draw(st.booleans()):
        rows = list(zip(units, topics, strict=True))
        clauses = body.table(place, ("Đơn vị", "Nội dung tham luận"), rows)
    else:
        clauses = body.items(place, [f"{unit}: {topic}" for unit, topic in zip(units, topics, strict=True)])
    made.papers = [Paper(*row) for row in zip(clauses, units, topics, strict=True)]
    pages, minutes = draw(st.integers(2, 6)), draw(st.integers(5, 15))
    made.limits = PaperLimits(pages, minutes)
    note = f"Lưu ý: Mỗi tham luận không quá {pages:02} trang A4, thời lượng trình bày không quá {minutes} phút."
    body.blocks.append(Paragraph(note, place.level))


def _awards(draw: Draw, body: Body, place: Place, made: Content) -> None:
    kinds = draw(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=3, unique=True))
    quotas = [draw(st.integers(1, 80)) for _ in kinds]
    texts = [f"{quota:02} {noun} tiêu biểu" for quota, (noun, _) in zip(quotas, kinds, strict=True)]
    clauses = body.items(place, texts)
    rows = zip(clauses, quotas, kinds, texts, strict=True)
    made.awards = [Award(clause, quota, kind, None, text) for clause, quota, (_, kind), text in rows]
    if body.style.listed is not List.NOTHING and draw(st.booleans()):
        made.nominators = _nominators(draw, body, place)


def _nominators(draw: Draw, body: Body, place: Place) -> list[Nominator]:
    units, count = some(draw, UNITS, least=2, most=3), draw(st.integers(1, 5))
    asked = f"mỗi đơn vị lựa chọn, giới thiệu {count:02} mô hình tiêu biểu"
    clause = body.items(place, [f"Đề nghị {'; '.join(units)} ({asked})"])[0]
    return [Nominator(clause, unit, count, asked) for unit in units]
