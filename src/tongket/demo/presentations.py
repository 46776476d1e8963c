"""The six papers of the sample conference, each in another state on 21/10/2024, by what their rooms' actions do.

One fits and is taken, one has a fourth page and is taken for a reason, one is too long and waits, one was given back,
one came late by mail, one did not come.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from importlib.resources import files as resources

from tongket.conferences.models import Duty
from tongket.demo.mail import arrive
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import FARMERS, WOMEN, YOUTH, Step, at
from tongket.papers.actions.comments import add_comment
from tongket.papers.actions.deciding import accept_paper, return_paper
from tongket.papers.actions.measuring import measure_job
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.actions.topics import propose_topic
from tongket.papers.measuring import Given
from tongket.papers.models import Paper
from tongket.papers.queries.papers import latest_version, paper_of
from tongket.papers.queries.quoted import place_of_words
from tongket.papers.render.standard import docx_of
from tongket.papers.values import standard_form
from tongket.reading.manuscript.typed import manuscript_of

TAM_THANG, TAN_THANH, AN_PHU = "xã Tam Thăng", "phường Tân Thạnh", "phường An Phú"
# Where the longer first version of Tam Thăng tells what the second leaves out.
CUT_BEFORE = "## 4. Thuận lợi và khó khăn"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A paper handed in on the page by somebody of its unit, with who speaks and under which title."""

    at: datetime
    unit: str
    file: str
    title: str
    speaker: str
    post: str


CALLED = "Một tổ đoàn kết giúp một hộ thoát nghèo"
HANDED = (
    HandedIn(at(16, 15, 30), WOMEN, "hoi-phu-nu", "Chợ nhỏ của chị em", "Phan Thị Mỹ", "Chủ tịch"),
    HandedIn(at(17, 14, 22), TAM_THANG, "tam-thang-ban-1", CALLED, "Võ Thị Hồng Nhung", "Phó Chủ tịch"),
    HandedIn(
        at(18, 9),
        FARMERS,
        "hoi-nong-dan",
        "Từ ruộng trũng bỏ hoang đến đồng sen",
        "Lê Quang Định",
        "Phó Chủ tịch",
    ),
    HandedIn(at(18, 9, 3), TAN_THANH, "tan-thanh", "Mười tổ chức, một chai nước mắm", "Đặng Ngọc Sơn", "Chủ tịch"),
    HandedIn(at(19, 16, 40), TAM_THANG, "tam-thang", CALLED, "Võ Thị Hồng Nhung", "Phó Chủ tịch"),
)
LATE = Step(at(21, 7, 52), "hand_in", "paper", AN_PHU, "Xin lỗi vì chậm hai ngày.", "email")
TOO_LONG = "Dài 4,1 trang, đọc hết 10 phút; cần không quá 3 trang, 7 phút. Bớt chuyện kể ở mục 3."
VAGUE = "Ghi rõ từng tổ chức đã nhận việc gì, xong việc nào; bảng số liệu thêm cột năm 2024."
ANNEXED = "Trang 4 là phụ lục số liệu, không đọc ở hội nghị. Chị Hiền đồng ý in kèm."
COMMENTS = (
    (at(21, 8, 10), "Trang 3 ghi 36. Xã ghi thống nhất theo báo cáo.", "xã còn 38 hộ nghèo"),
    (at(21, 8, 12), "Gộp thuận lợi và khó khăn vào một mục, giữ ba bài học.", ""),
)
OTHER_TOPIC = "Tổ công nghệ số lưu động: thanh niên mang chuyển đổi số đến từng nhà"
WHY_OTHER = "Các cuộc thi ý tưởng đã báo cáo ở hội nghị tháng 8; Thành đoàn muốn nói kỹ về một ý tưởng đã làm được."


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    return [
        *(Scene(each.at, partial(hand_in, each)) for each in HANDED),
        Scene(at(17, 16, 30), partial(give_back, TAM_THANG, TOO_LONG, at(19, 17))),
        Scene(at(18, 10, 15), propose),
        Scene(at(18, 15), partial(take, WOMEN, "")),
        Scene(at(19, 15), partial(take, FARMERS, ANNEXED)),
        Scene(LATE.at, come_late),
        Scene(at(21, 8, 5), partial(give_back, TAN_THANH, VAGUE, at(22, 16))),
        *(Scene(when, partial(comment, text, quote)) for when, text, quote in COMMENTS),
    ]


def text_of(file: str) -> str:
    """A paper in Markdown: the first version of Tam Thăng is longer, the farmers' has an annex."""
    if file == "tam-thang-ban-1":
        whole = _words("tam-thang").replace("ngày 19 tháng 10", "ngày 17 tháng 10")
        return whole.replace(CUT_BEFORE, f"{_words(file)}\n{CUT_BEFORE}")
    return f"{_words(file)}\n{_words('hoi-nong-dan-phu-luc')}" if file == "hoi-nong-dan" else _words(file)


def _words(file: str) -> str:
    return (resources("tongket.demo.papers") / f"{file}.md").read_text(encoding="utf-8")


@cache
def docx(file: str) -> bytes:
    """The paper as its author's .docx, the same bytes every time."""
    return docx_of(manuscript_of(text_of(file)), standard_form())


def paper_by(unit: str, cast: Cast) -> Paper:
    """The paper of the unit whose name ends so, with its conference and host."""
    duties = Duty.objects.select_related("conference__host", "unit")
    return paper_of(duties.get(conference=cast.conference, kind="paper", unit__name__endswith=unit))


def hand_in(each: HandedIn, cast: Cast, now: datetime) -> None:
    """The unit drops its file on the page, says who speaks, and submits."""
    byline = Byline(title=each.title, speaker_name=each.speaker, speaker_post=each.post)
    given = Given(docx(each.file), f"{each.file}.docx")
    submit_version(paper=paper_by(each.unit, cast), given=given, byline=byline, by=cast.users[each.speaker], now=now)


def come_late(cast: Cast, now: datetime) -> None:
    """A paper comes by mail after its day; a worker would measure it the moment it is there."""
    arrive(LATE, now, file=("Tham luận phường An Phú.docx", docx("an-phu")))
    version = latest_version(paper_by(AN_PHU, cast))
    if version is None:
        raise RuntimeError("the message of An Phú was not filed as its paper")
    measure_job(version.pk)


def give_back(unit: str, remark: str, due_at: datetime, cast: Cast, now: datetime) -> None:
    """The clerk gives a paper back with what is to be mended and until when."""
    return_paper(paper=paper_by(unit, cast), remark=remark, due_at=due_at, by=cast.clerk, now=now)


def take(unit: str, because: str, cast: Cast, now: datetime) -> None:
    """The clerk takes a paper, in spite of what stands against it where there is a reason."""
    accept_paper(paper=paper_by(unit, cast), because=because, by=cast.clerk, now=now)


def comment(text: str, quote: str, cast: Cast, now: datetime) -> None:
    """The clerk notes on Tam Thăng's paper what she will send with her decision."""
    paper = paper_by(TAM_THANG, cast)
    version = latest_version(paper)
    block, page = place_of_words(version, quote) if version and quote else (None, None)
    add_comment(paper=paper, version=version, text=text, quote=quote, block=block, page=page, by=cast.clerk, now=now)


def propose(cast: Cast, now: datetime) -> None:
    """The youth union would rather speak on another topic, and waits for the answer."""
    paper, by = paper_by(YOUTH, cast), cast.users["Huỳnh Minh Khôi"]
    propose_topic(paper=paper, topic=OTHER_TOPIC, reason=WHY_OTHER, by=by, now=now)
