"""Reviews as JSON, with the same actions and rights as the pages."""

from tongket.reviews.api.reviews import router

__all__ = ["router"]
