"""Papers and remarks as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.papers.api.papers import router as papers
from tongket.papers.api.remarks import router as remarks
from tongket.papers.api.steps import router as steps

router = Router(tags=["papers"])
router.add_router("", papers)
router.add_router("", steps)
router.add_router("", remarks)
