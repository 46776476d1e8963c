"""The directory and its people as JSON, with the same actions and rights as the pages."""

from ninja import Router

from tongket.units.api.people import router as people
from tongket.units.api.units import router as units

router = Router(tags=["units"])
router.add_router("", units)
router.add_router("", people)
