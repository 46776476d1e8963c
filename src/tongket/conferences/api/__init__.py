"""Readings, conferences and duties as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.conferences.api.conferences import router as conferences
from tongket.conferences.api.corrections import router as corrections
from tongket.conferences.api.duties import router as duties
from tongket.conferences.api.readings import router as readings
from tongket.conferences.api.search import router as search

router = Router(tags=["conferences"])
router.add_router("/readings", readings)
router.add_router("/duties", duties)
router.add_router("", corrections)
router.add_router("", search)
router.add_router("", conferences)
