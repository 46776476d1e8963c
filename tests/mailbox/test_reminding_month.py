"""The month of the sample conference, hour by hour: exactly who is reminded of what on which day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

import pytest

from tongket.conferences.models import Conference
from tongket.conferences.queries.board import short_name
from tongket.demo import attending, duties, presentations, reporting, speaking
from tongket.demo.build import gather
from tongket.demo.story import at
from tongket.mailbox.actions.reminders import climb
from tongket.mailbox.models import Message, Reminder

HOURS = (0, 6, 8, 13, 22)
MONTH = """
14/10 08:10
  nomination -5: Phòng Kinh tế
  nomination -5, paper -5, review -5: Hội Liên hiệp phụ nữ, Hội Nông dân, Đoàn TNCS Hồ Chí Minh
  paper -5, review -5: An Phú, Tam Thăng, Tân Thạnh
  review -5: An Mỹ, An Sơn, An Xuân, Hòa Hương, Hòa Thuận, Hội Cựu chiến binh, Liên đoàn Lao động, Phước Hòa, Tam
      Ngọc, Tam Phú, Tam Thanh, Trường Xuân
17/10 08:10
  delegates -5: Hội Liên hiệp phụ nữ, Liên đoàn Lao động, Phòng Kinh tế, Trung tâm VH-TT-TT
  delegates -5, nomination -2, paper -2, review -2: Hội Nông dân, Đoàn TNCS Hồ Chí Minh
  delegates -5, paper -2, review -2: An Phú, Tam Thăng, Tân Thạnh
  delegates -5, remarks -5, review -2: An Mỹ, An Sơn, An Xuân, Hòa Hương, Hòa Thuận, Phước Hòa, Tam Ngọc, Tam Phú,
      Tam Thanh, Trường Xuân
  delegates -5, review -2: Hội Cựu chiến binh
18/10 08:10
  exhibit -5: An Mỹ, An Phú, An Sơn, An Xuân, Hòa Hương, Hòa Thuận, Phước Hòa, Tam Ngọc, Tam Phú, Tam Thanh, Tam
      Thăng, Trường Xuân, Tân Thạnh
21/10 08:10
  nomination +1, paper +1, review +1: Đoàn TNCS Hồ Chí Minh
  paper -2: Tân Thạnh
  review +1: An Sơn, Hòa Hương
22/10 08:10
  delegates -2: Trường Xuân, Đoàn TNCS Hồ Chí Minh
  delegates -2, remarks -2: An Sơn, Hòa Hương, Tam Ngọc
  remarks -2: An Xuân, Hòa Thuận, Phước Hòa
23/10 08:10
  exhibit -2: Hòa Thuận, Phước Hòa, Tam Ngọc, Tam Phú, Tam Thăng
  exhibit -2, review +3!: An Sơn, Hòa Hương
  nomination +3!, paper +3!, review +3!: Đoàn TNCS Hồ Chí Minh
  paper +1: Tân Thạnh
25/10 08:10
  delegates +1: Trường Xuân, Đoàn TNCS Hồ Chí Minh
  delegates +1, remarks +1: An Sơn, Hòa Hương, Tam Ngọc
  paper +3!: Tân Thạnh
  remarks +1: An Xuân, Hòa Thuận, Phước Hòa
28/10 08:10
  exhibit +1: An Sơn, Hòa Hương, Hòa Thuận, Phước Hòa, Tam Ngọc, Tam Phú, Tam Thăng
29/10 08:10
  delegates +3!: Trường Xuân, Đoàn TNCS Hồ Chí Minh
  delegates +3!, remarks +3!: An Sơn, Hòa Hương, Tam Ngọc
  remarks +3!: An Xuân, Hòa Thuận, Phước Hòa
"""


def reasons(message: Message) -> str:
    """`paper -5, review -5`, with an exclamation mark where the leader is written to."""
    rows = sorted(message.reminders.values_list("duty__kind", "step", "to_leader"))
    return ", ".join(f"{kind} {step:+d}{'!' if to_leader else ''}" for kind, step, to_leader in rows)


def told(conference: Conference, now: datetime, messages: Iterable[Message]) -> list[str]:
    """The moment, and for each set of reasons the units that were reminded for them."""
    found: dict[str, list[str]] = defaultdict(list)
    for message in messages:
        found[reasons(message)].append(short_name(message.unit, conference.host, message.name))
    lines = [f"  {why}: {', '.join(sorted(names))}" for why, names in sorted(found.items())]
    return [f"{now:%d/%m %H:%M}", *lines] if lines else []


@pytest.mark.slow
def test_month_of_the_sample_conference(db: None) -> None:
    """The plan is read on Friday, 11/10, the office sets its days, units hand in as the story of the demo tells.

    From the 21st on nobody hands anything in; on the day of the conference nobody is reminded any more.
    """
    cast = gather()
    rooms = (duties, attending, reporting, presentations, speaking)
    scenes = sorted((scene for room in rooms for scene in room.scenes()), key=lambda scene: scene.at)
    lines: list[str] = []
    for now in (at(day, hour, 10) for day in range(11, 32) for hour in HOURS):
        while scenes and scenes[0].at <= now:
            scene = scenes.pop(0)
            scene.play(cast, scene.at)
        lines += told(cast.conference, now, climb(by=None, now=now))

    assert lines == MONTH.replace("\n      ", " ").strip().splitlines()
    assert Reminder.objects.filter(message=None).count() == 0
