"""Tables of figures: what each review says, and the roll-up at every unit of the tree."""

from django.db import models

from tongket.conferences.models import Conference, choices
from tongket.reviews.models.outlines import Indicator, Period
from tongket.reviews.models.reviews import Review
from tongket.reviews.rules import FigureState
from tongket.reviews.tallying.values import Given
from tongket.units.models import Unit


class Figure(models.Model):
    """What a review says for an indicator in a period, in the indicator's measure; see `values.Figure`.

    A proposed one was read in a report and waits for a person of the unit; only confirmed ones are counted.
    `kept_because` is what the unit said to a finding that asked. `revision` guards two windows.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="figures", db_index=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="figures")
    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="figures", db_index=False)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    written = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    page = models.PositiveSmallIntegerField(null=True)
    block = models.PositiveIntegerField(null=True)
    cell = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=choices(FigureState), default=FigureState.CONFIRMED)
    kept_because = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "indicator", "period"], name="figure_twice")]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_id} {self.value}"


class Tally(models.Model):
    """The figures of a unit and all below it, for one indicator and period; see `tallying.values.Rolled`.

    There is one for the host and for every unit that gathers reviews of others; a unit without any below it is its
    figures. `total` is what was added up before anything told twice is taken off (`doubled`, each of `doubles` an
    exemplar's key and how often it is told), for means the sum of the values; `numerator` and `denominator` are summed
    apart for rates. `number` of the `expected` units without others below them are in. Of the `parts` right below
    `parts_in` are in, maybe not whole. `own` says that the unit's own figure was taken, not those below it; `below` is
    then what those below add up to, `below_number` how many they are.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", db_index=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="+", db_index=False)
    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="+", db_index=False)
    total = models.DecimalField(max_digits=28, decimal_places=4, null=True)
    below = models.DecimalField(max_digits=28, decimal_places=4, null=True)
    numerator = models.DecimalField(max_digits=28, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=28, decimal_places=4, null=True)
    number = models.PositiveIntegerField(default=0)
    below_number = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    parts = models.PositiveIntegerField(default=0)
    parts_in = models.PositiveIntegerField(default=0)
    own = models.BooleanField(default=False)
    doubled = models.PositiveIntegerField(default=0)
    doubles = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "unit", "indicator", "period"], name="tally_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.indicator_id} {self.total}"

    @property
    def given(self) -> Given:
        """What counts, as the pure rules add it up."""
        return Given(self.total, self.numerator, self.denominator, self.number)


class LeafLot(models.Model):
    """What some neighbouring leaves right below one unit add up to: one more report adds up its own lot alone.

    `node` is the key of the review that gathers them, 0 for the host; `number` tells the lots of one node apart.
    `stamp` names the leaves, which of them count and what is asked; `sums` are rows of indicator, period, total,
    numerator, denominator (decimals as text) and the number of leaves. Kept only below units with many leaves.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="+", db_index=False)
    node = models.PositiveBigIntegerField()
    number = models.PositiveBigIntegerField()
    stamp = models.CharField(max_length=64)
    sums = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "node", "number"], name="leaf_lot_twice")]

    def __str__(self) -> str:
        return f"{self.node} {self.number}"
