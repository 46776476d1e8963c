"""Table of recommendations: gathered from reviews, addressed, followed until answered."""

from django.conf import settings
from django.db import models

from tongket.conferences.models import Conference, choices
from tongket.documents.models import Document
from tongket.reviews.models import Statement
from tongket.synthesis.rules import RecommendationState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Recommendation(models.Model):
    """What several units recommend in one wording of the office, to who can answer.

    `earlier` is the same one of an earlier conference, still open then. `slot` is the group it was proposed from, so
    that a run finds it again; `is_worded` says a person set its words. One merged into another stays, so that no run
    proposes it anew. `letter` is the document that carried it to who can answer.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="recommendations")
    slot = models.CharField(max_length=160, blank=True)
    ordinal = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    text = models.TextField()
    is_worded = models.BooleanField(default=False)
    addressed_to = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    addressed_name = models.CharField(max_length=300, blank=True)
    statements = models.ManyToManyField(Statement, related_name="recommendations")
    state = models.CharField(max_length=10, choices=choices(RecommendationState), default=RecommendationState.DRAFT)
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="later")
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="merged")
    is_left_out = models.BooleanField(default=False)
    letter = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title
