"""Mail as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.mailbox.api.reminders import router as reminders

router = Router(tags=["mailbox"])
router.add_router("", reminders)
