"""Mail as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.mailbox.api.calling_off import router as calling_off
from tongket.mailbox.api.outbox import router as outbox
from tongket.mailbox.api.reminders import router as reminders
from tongket.mailbox.api.tray import router as tray
from tongket.mailbox.api.words import router as words

router = Router(tags=["mailbox"])
router.add_router("", outbox)
router.add_router("", calling_off)
router.add_router("", reminders)
router.add_router("", tray)
router.add_router("", words)
