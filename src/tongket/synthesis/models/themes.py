"""Tables of themes: the taxonomy of a host and where each statement was placed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.reviews.models import Review, Statement
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Theme(models.Model):
    """A theme in the taxonomy of one host, shipped or its own; `phrases` as people write them, `kinds` those it holds.

    A theme merged into another stays, pointing there, so that what was learnt from it is kept.
    """

    host = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    phrases = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    ordinal = models.PositiveSmallIntegerField(default=0)
    is_shipped = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["host", "code"], name="theme_twice")]

    def __str__(self) -> str:
        return self.name


class Placement(models.Model):
    """Where a statement stands: proposed by the program, or put there by a person, which no run ever changes."""

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="placement")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="placements")
    score = models.FloatField(default=0)
    placed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    placed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placed_by_nobody_or_never",
                condition=Q(placed_by__isnull=True, placed_at__isnull=True)
                | Q(placed_by__isnull=False, placed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.theme_id}"


class Kept(models.Model):
    """What the sorter knows of the statements of a review, see `themes.shelf`; made anew wherever it does not fit.

    `stamp` names the taxonomy and the statements it was made of, `fixed` does not change with what a person teaches,
    `standing` does.
    """

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="+")
    stamp = models.CharField(max_length=64)
    fixed = models.BinaryField()
    standing = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.review_id}"
