"""A process of its own that prepares messages or sends them, for the test that kills it: `python -m … prepare 60`."""

import sys
from datetime import timedelta

from django.utils import timezone

from tongket.config.bootstrap import ready


def prepare(number: int) -> None:
    """Puts so many messages in the outbox of a fresh data folder and lets them go."""
    from tests.factories.conferences import NOW, make_conference  # noqa: PLC0415 -- Django must be ready first
    from tests.factories.mailbox import make_draft  # noqa: PLC0415 -- Django must be ready first
    from tongket.mailbox.actions.messages import queue_messages  # noqa: PLC0415 -- Django must be ready first
    from tongket.mailbox.actions.outbox import put_in_outbox  # noqa: PLC0415 -- Django must be ready first

    drafts = [make_draft(addresses=[f"n{place}@vidu.vn"]) for place in range(number)]
    messages = put_in_outbox(conference=make_conference(), drafts=drafts, by=None, now=NOW)
    queue_messages(messages=messages, by=None, now=NOW)


def send(minutes_later: int) -> None:
    """Sends what is due, so many minutes after now."""
    from tongket.mailbox.actions.delivery import release_lost  # noqa: PLC0415 -- Django must be ready first
    from tongket.mailbox.actions.sending import send_waiting  # noqa: PLC0415 -- Django must be ready first
    from tongket.mailbox.models import Delivery  # noqa: PLC0415 -- Django must be ready first

    if minutes_later:
        release_lost(at=timezone.now() + timedelta(minutes=minutes_later), now=timezone.now())
        Delivery.objects.filter(next_try_at__gt=timezone.now()).update(next_try_at=timezone.now())
    send_waiting(seconds=60)
    sys.stdout.write(",".join(Delivery.objects.order_by("pk").values_list("state", flat=True)))


if __name__ == "__main__":
    ready()
    {"prepare": prepare, "send": send}[sys.argv[1]](int(sys.argv[2]))
