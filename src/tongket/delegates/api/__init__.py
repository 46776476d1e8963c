"""Delegates as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.delegates.api.answers import router as answers
from tongket.delegates.api.listing import router as listing

router = Router(tags=["delegates"])
router.add_router("", listing)
router.add_router("", answers)
