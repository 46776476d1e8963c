"""Mail as JSON: the outbox, its messages, the words of letters."""

from ninja import Router

from tongket.mailbox.api.outbox import router as outbox
from tongket.mailbox.api.words import router as words

router = Router(tags=["mailbox"])
router.add_router("", outbox)
router.add_router("", words)
