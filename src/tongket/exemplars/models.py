"""Tables of exemplars: the model itself, its proofs, and the units that took it over."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, choices
from tongket.core.models import StoredFile
from tongket.exemplars.rules import ExemplarState
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Exemplar(models.Model):
    """A model worth spreading, in the register of one host, across its conferences.

    `owner` is the unit that runs it, `owner_name` how it was named where the directory has none. `key` is its name
    folded, by which likeness is looked for. A merged one points to the one it is the same as and is counted once.
    """

    host = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="exemplars")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)
    owner = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=120, blank=True)
    what = models.TextField(blank=True)
    method = models.TextField(blank=True)
    result = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    began_year = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=choices(ExemplarState), default=ExemplarState.NAMED)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    revision = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exemplar_merged_into_nothing",
                condition=Q(state="merged", merged_into__isnull=False) | (~Q(state="merged") & Q(merged_into=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Distinct(models.Model):
    """Two exemplars that a person said are not the same, so that nobody is asked again; `one` has the lower number."""

    one = models.ForeignKey(Exemplar, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Exemplar, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="told_apart_twice")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"


class Proof(models.Model):
    """What shows that an exemplar is as told: a file, or words with the place they stand in; `unit` is who told it."""

    exemplar = models.ForeignKey(Exemplar, on_delete=models.CASCADE, related_name="proofs")
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    quote = models.TextField(blank=True)
    where = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.where or self.quote[:80]


class Adoption(models.Model):
    """A unit that took an exemplar over, since when, and how one knows."""

    exemplar = models.ForeignKey(Exemplar, on_delete=models.CASCADE, related_name="adoptions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="adoptions")
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, related_name="+")
    since_year = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exemplar", "unit"], name="exemplar_adopted_twice")]

    def __str__(self) -> str:
        return f"{self.exemplar_id} {self.unit_id}"
