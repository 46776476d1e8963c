"""The summary report as JSON, with the same actions and rights as the pages."""

from ninja import Router

from tongket.synthesis.api.recommendations import router as recommendations
from tongket.synthesis.api.report import router as report
from tongket.synthesis.api.themes import router as themes

router = Router(tags=["report"])
router.add_router("", report)
router.add_router("", themes)
router.add_router("", recommendations)
