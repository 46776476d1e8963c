"""Who comes to the sample conference by 21/10/2024: what units answered, whom the office put on the list itself.

Five units have not answered; one head is absent for a reason, one person comes instead of another. Names are invented.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind
from tongket.delegates.actions.answering import answer_for_unit
from tongket.delegates.actions.listing import Entry, add_delegate, change_delegate, move_turn, set_group_size
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import standing
from tongket.delegates.queries.waiting import revision_of
from tongket.delegates.rules import Answer, Said
from tongket.demo.duties import person_of
from tongket.demo.people import HOST
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import ECONOMY, FARMERS, LABOUR, PRESS, VETERANS, WOMEN, at
from tongket.units.models import Unit

HEAD, DEPUTY = "Chủ tịch", "Phó Chủ tịch"
# The plan does not say how many each sends; the office does, by the clause of the group.
SIZES = {"II.1/2": 2, "II.1/4": 2, "II.1/6": 2}
HOSTS, REWARDED, REPORTERS, GUESTS = "II.1/1", "II.1/5", "II.1/6", ""


@dataclass(frozen=True, slots=True)
class Named:
    """A unit, by the end of its name, says who comes; what came by Zalo or telephone the office entered.

    `instead_of` is the name whose line the last person takes.
    """

    at: datetime
    unit: str
    said: tuple[Said, ...]
    channel: Channel = Channel.WEB
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody whom the office put on the list; `unit` is a whole name of the directory, `body` any other."""

    said: Said
    clause: str
    unit: str = ""
    body: str = ""
    part: str = ""
    channel: Channel = Channel.PHONE


NAMED = (
    Named(at(17, 14), WOMEN, (Said("Phan Thị Mỹ", HEAD), Said("Nguyễn Thị Kim Liên", DEPUTY, "0905 000 205"))),
    Named(at(17, 14, 3), FARMERS, (Said("Lê Quang Định", DEPUTY), Said("Trần Văn Lộc", "Ủy viên Thường vụ"))),
    Named(at(17, 14, 6), PRESS, (Said("Đặng Hoài Nam", "Phóng viên"), Said("Lê Thị Ánh Tuyết", "Phóng viên"))),
    Named(at(17, 14, 9), "xã Tam Thăng", (Said("Nguyễn Văn Hòa", HEAD), Said("Võ Thị Hồng Nhung", DEPUTY))),
    Named(at(17, 14, 12), "xã Tam Thanh", (Said("Trần Thị Sương", HEAD), Said("Nguyễn Thị Thanh Hà", DEPUTY))),
    Named(at(17, 14, 15), "xã Tam Phú", (Said("Bùi Thanh Hải", HEAD), Said("Lê Thị Bích Ngọc", DEPUTY))),
    Named(at(18, 9), LABOUR, (Said("Trương Công Lý", DEPUTY),)),
    Named(at(18, 9, 3), VETERANS, (Said("Đỗ Thanh Bình", HEAD),)),
    Named(at(18, 9, 6), ECONOMY, (Said("Bùi Hữu Phước", "Phó Trưởng phòng"),)),
    Named(
        at(18, 9, 9),
        "phường Hòa Thuận",
        (
            Said("Phạm Quốc Bảo", HEAD, answer=Answer.ABSENT, reason="dự lớp bồi dưỡng ở Đà Nẵng"),
            Said("Ngô Thị Bích", DEPUTY),
        ),
    ),
    Named(at(18, 15), "phường An Mỹ", (Said("Trần Văn Dũng", HEAD), Said("Trần Quốc Toản", DEPUTY))),
    Named(at(18, 15, 3), "phường An Phú", (Said("Ngô Thị Kim Chi", HEAD), Said("Hồ Văn Thuận", DEPUTY))),
    Named(at(18, 15, 6), "phường An Xuân", (Said("Nguyễn Thị Hạnh", DEPUTY), Said("Phan Đình Tùng", "Ủy viên"))),
    Named(at(18, 15, 9), "phường Phước Hòa", (Said("Lê Thị Thu", HEAD), Said("Đoàn Ngọc Bảo", DEPUTY)), Channel.PHONE),
    Named(at(19, 9), "phường Tân Thạnh", (Said("Đặng Ngọc Sơn", HEAD), Said("Phạm Minh Đức", DEPUTY)), Channel.ZALO),
    Named(
        at(19, 10, 5),
        "phường An Xuân",
        (Said("Nguyễn Thị Hạnh", DEPUTY), Said("Lê Thị Cẩm Vân", "Ủy viên")),
        Channel.PHONE,
        "Phan Đình Tùng",
    ),
)
FRONT_ABOVE, PARTY = "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam", "Thành ủy Tam Kỳ"
AWAY = "họp Ban Thường trực tỉnh"
INVITED = (
    Invited(Said("Đỗ Văn Thành", HEAD, answer=Answer.ABSENT, reason=AWAY), HOSTS, HOST, channel=Channel.WEB),
    Invited(Said("Nguyễn Thị Thu Hiền", DEPUTY), HOSTS, HOST, part="Chủ tọa", channel=Channel.WEB),
    Invited(Said("Võ Đình Hậu", DEPUTY), HOSTS, HOST, part="Báo cáo", channel=Channel.WEB),
    Invited(Said("Lê Thị Minh Trang", "Ủy viên Thường trực"), HOSTS, HOST, channel=Channel.WEB),
    Invited(Said("Trần Thị Lệ", "Chuyên viên Văn phòng"), HOSTS, HOST, part="Thư ký", channel=Channel.WEB),
    Invited(Said("Lê Văn Thành", DEPUTY), GUESTS, FRONT_ABOVE),
    Invited(Said("Phạm Thị Ngọc", "Trưởng Ban Phong trào"), GUESTS, FRONT_ABOVE),
    Invited(Said("Trần Nam Hải", "Bí thư", answer=Answer.ASKED), GUESTS, body=PARTY, channel=Channel.WEB),
    Invited(Said("Bùi Ngọc Ảnh", HEAD), GUESTS, "UBND thành phố"),
    Invited(Said("Lê Thị Xuân", "Chủ nhiệm"), REWARDED, body="Tổ hợp tác trồng nấm Tam Ngọc"),
    Invited(Said("Đinh Công Tráng", "Giám đốc"), REWARDED, body="Hợp tác xã nông nghiệp Tam Phú", channel=Channel.ZALO),
    Invited(Said("Hoàng Thị Yến", "Chủ cơ sở"), REWARDED, body="Cơ sở nước mắm Tam Thanh", channel=Channel.ZALO),
    Invited(Said("Cao Thanh Hải", "Chủ cơ sở"), REWARDED, body="Làng nghề mây tre đan Tam Thăng"),
    Invited(Said("Ngô Thị Phượng", "Tổ trưởng"), REWARDED, body="Tổ liên kết phụ nữ phường An Xuân"),
    Invited(Said("Phan Thị Mười", "Chi hội trưởng"), REWARDED, body="Chi hội Phụ nữ khởi nghiệp Tam Thanh"),
    Invited(Said("Đặng Thị Thanh", "Phóng viên"), REPORTERS, body="Báo Quảng Nam", part="Đưa tin"),
)
REPORTS, PARTY_HEAD = "Đặng Hoài Nam", "Trần Nam Hải"


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    return [
        Scene(at(14, 10), set_sizes),
        *(Scene(each.at, partial(answer, each)) for each in NAMED),
        *(Scene(at(18, 16, 2 * place), partial(invite, each)) for place, each in enumerate(INVITED)),
        Scene(at(18, 16, 40), give_part),
        Scene(at(18, 16, 42), put_before),
    ]


def set_sizes(cast: Cast, now: datetime) -> None:
    """The clerk says how many each unit of a group sends."""
    for clause, each in SIZES.items():
        set_group_size(conference=cast.conference, clause=clause, each=each, by=cast.clerk, now=now)


def answer(each: Named, cast: Cast, now: datetime) -> None:
    """The unit's own person names people on its page, or the clerk enters what reached the office otherwise."""
    duties = Duty.objects.select_related("conference", "unit").filter(kind=DutyKind.DELEGATES)
    duty = duties.get(conference=cast.conference, unit__name__endswith=each.unit)
    own = person_of(duty, cast) if each.channel is Channel.WEB else None
    answer_for_unit(
        duty=duty,
        said=_lines(each, duty),
        revision=revision_of(duty),
        channel=each.channel,
        received_at=now,
        by=own or cast.clerk,
        now=now,
    )


def _lines(each: Named, duty: Duty) -> list[Said]:
    """The list as the page holds it: who stood on it keeps the line, the last person takes that of `instead_of`."""
    keys = dict(Delegate.objects.filter(duty=duty, removed_at=None).values_list("name", "pk"))
    names = [line.name for line in each.said]
    if each.instead_of:
        names[-1] = each.instead_of
    return [
        Said(line.name, line.post, line.phone, line.answer, line.reason, keys.get(name))
        for line, name in zip(each.said, names, strict=True)
    ]


def invite(each: Invited, cast: Cast, now: datetime) -> None:
    """The clerk puts somebody on the list, most with the answer they gave on the telephone."""
    unit = Unit.objects.get(name=each.unit) if each.unit else None
    entry = Entry(each.said, unit, each.body, each.clause, each.part, each.channel)
    add_delegate(conference=cast.conference, entry=entry, by=cast.clerk, now=now)


def give_part(cast: Cast, now: datetime) -> None:
    """The clerk notes what the reporter of the television will do."""
    row = _on_list(cast.conference, REPORTS)
    said = Said(row.name, row.post, row.phone, Answer(row.answer))
    entry = Entry(said, part="Đưa tin", channel=Channel(row.channel))
    change_delegate(delegate=row, entry=entry, by=cast.clerk, now=now)


def put_before(cast: Cast, now: datetime) -> None:
    """The clerk has the head of the party's committee introduced before the head of the government."""
    move_turn(delegate=_on_list(cast.conference, PARTY_HEAD), steps=-1, by=cast.clerk, now=now)


def _on_list(conference: Conference, name: str) -> Delegate:
    return standing(conference).select_related("conference").get(name=name)
