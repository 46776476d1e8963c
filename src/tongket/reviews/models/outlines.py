"""Tables of what is asked: the outline of a conference, its questions, indicators and periods."""

from django.db import models

from tongket.conferences.models import Conference, choices
from tongket.reviews.rules import Gather, Kind, Nature, Span


class Outline(models.Model):
    """What a conference asks of every unit's review; made from the plan, edited by the office.

    `revision` grows with each change of what is asked; forms carry it. `issued_revision` is what the outline
    document in force says; None where none is.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="outline")
    revision = models.PositiveIntegerField(default=1)
    issued_revision = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.conference_id} {self.revision}"


class Question(models.Model):
    """A narrative question, see `values.Question`; a removed one stays with its answers."""

    outline = models.ForeignKey(Outline, on_delete=models.CASCADE, related_name="questions")
    code = models.CharField(max_length=40)
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=choices(Kind))
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    clause = models.CharField(max_length=80, blank=True)
    is_needed = models.BooleanField(default=True)
    is_removed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outline", "code"], name="question_twice")]

    def __str__(self) -> str:
        return self.text[:80]


class Indicator(models.Model):
    """A figure that is asked, see `values.Indicator`; `code` is the same over the years, so that years compare."""

    outline = models.ForeignKey(Outline, on_delete=models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=40)
    ordinal = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=160, blank=True)
    name = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    measure = models.CharField(max_length=60, blank=True)
    nature = models.CharField(max_length=8, choices=choices(Nature), default=Nature.COUNT)
    decimals = models.PositiveSmallIntegerField(default=0)
    span = models.CharField(max_length=10, choices=choices(Span), default=Span.PERIOD)
    gather = models.CharField(max_length=8, choices=choices(Gather), default=Gather.SUM)
    part_of = models.CharField(max_length=40, blank=True)
    numerator = models.CharField(max_length=40, blank=True)
    denominator = models.CharField(max_length=40, blank=True)
    minimum = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    maximum = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    not_above = models.CharField(max_length=40, blank=True)
    jump = models.DecimalField(max_digits=8, decimal_places=2, default=10)
    clause = models.CharField(max_length=80, blank=True)
    is_needed = models.BooleanField(default=False)
    names_exemplars = models.BooleanField(default=False)
    is_removed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outline", "code"], name="indicator_twice")]

    def __str__(self) -> str:
        return self.name


class Period(models.Model):
    """A span of days that figures speak of, see `values.Period`; one of an outline is the current one."""

    outline = models.ForeignKey(Outline, on_delete=models.CASCADE, related_name="periods")
    code = models.CharField(max_length=20)
    label = models.CharField(max_length=80)
    first_on = models.DateField()
    last_on = models.DateField()
    is_current = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outline", "code"], name="period_twice"),
            models.UniqueConstraint(
                fields=["outline"], condition=models.Q(is_current=True), name="two_current_periods"
            ),
            models.CheckConstraint(
                name="period_ends_before_it_begins", condition=models.Q(last_on__gte=models.F("first_on"))
            ),
        ]

    def __str__(self) -> str:
        return self.label
