"""Who speaks at the sample conference without a paper: of the ten asked units some answered, one more asks to."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import VETERANS, at
from tongket.papers.actions.remarks import Words, ask_to_speak, prepare_remark, take_remark
from tongket.papers.queries.remarks import remark_of
from tongket.units.models import Unit


@dataclass(frozen=True, slots=True)
class Answer:
    """What an asked unit will say; the office entered what came by telephone or Zalo."""

    at: datetime
    unit: str
    words: Words
    channel: Channel = Channel.WEB
    taken_at: datetime | None = None


ANSWERS = (
    Answer(
        at(18, 9),
        "xã Tam Thanh",
        Words("Nguyễn Thị Thanh Hà", "Làng bích họa: dân vẽ, dân giữ", "Phó Chủ tịch", Decimal(3)),
        Channel.EMAIL,
        at(19, 15),
    ),
    Answer(
        at(18, 9, 3),
        "phường An Mỹ",
        Words("Trần Quốc Toản", "Tuyến phố không rác do khối phố tự quản", "Phó Chủ tịch", Decimal(3)),
        Channel.ZALO,
        at(19, 15, 2),
    ),
    Answer(
        at(19, 10, 20),
        "xã Tam Phú",
        Words("Lê Thị Bích Ngọc", "Giữ nghề nước mắm Tam Phú bằng tổ hợp tác", "Phó Chủ tịch", Decimal(4)),
        Channel.PHONE,
    ),
    Answer(
        at(19, 14, 5),
        "phường Trường Xuân",
        Words("Ngô Văn Hải", "Đồng bào công giáo góp quỹ học bổng", "Phó Chủ tịch", Decimal("2.5")),
        Channel.ZALO,
    ),
)
WISH = Words("Đỗ Thanh Bình", "Cựu chiến binh giúp nhau xóa nhà tạm", "Chủ tịch", Decimal(3))


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    taken = [Scene(each.taken_at, partial(take, each)) for each in ANSWERS if each.taken_at]
    return [*(Scene(each.at, partial(prepare, each)) for each in ANSWERS), *taken, Scene(at(18, 14, 30), wish)]


def _asked(each: Answer, cast: Cast) -> Duty:
    duties = Duty.objects.select_related("conference__host", "unit")
    return duties.get(conference=cast.conference, kind="remarks", unit__name__endswith=each.unit)


def prepare(each: Answer, cast: Cast, now: datetime) -> None:
    """The unit says who speaks, on what, how long; the office enters it."""
    prepare_remark(duty=_asked(each, cast), words=each.words, revision=0, channel=each.channel, by=cast.clerk, now=now)


def take(each: Answer, cast: Cast, now: datetime) -> None:
    """The office lets the unit speak."""
    remark = remark_of(_asked(each, cast))
    if remark is None:
        raise RuntimeError(f"{each.unit} said nothing yet")
    take_remark(remark=remark, by=cast.clerk, now=now)


def wish(cast: Cast, now: datetime) -> None:
    """The veterans were not asked and would like to speak; they wait for the answer."""
    unit, by = Unit.objects.get(name=VETERANS), cast.users[WISH.speaker_name]
    ask_to_speak(conference=cast.conference, unit=unit, words=WISH, by=by, now=now)
