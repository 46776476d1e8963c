"""Documents, their register and their letters as JSON, with the same actions, forms and rights as the pages."""

from ninja import Router

from tongket.documents.api.batches import router as batches
from tongket.documents.api.documents import router as documents
from tongket.documents.api.letters import router as letters
from tongket.documents.api.register import router as register
from tongket.documents.api.steps import router as steps

router = Router(tags=["documents"])
router.add_router("", documents)
router.add_router("", steps)
router.add_router("", batches)
router.add_router("", register)
router.add_router("", letters)
