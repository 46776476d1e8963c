"""Tables of organisations, their names over time, and the people in them."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tongket.core.text import fold, nfc, sort_text
from tongket.units.rules import BodyType, PlaceKind


class UnitQuerySet(models.QuerySet["Unit"]):
    """Filters over units."""

    def valid_on(self, day: date) -> Self:
        """The units that exist on `day`."""
        return self.filter(
            Q(valid_from_on__isnull=True) | Q(valid_from_on__lte=day),
            Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=day),
        )


class Unit(models.Model):
    """An organisation: what kind of body it is, of which place, under whom, and from when to when."""

    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=120, blank=True)
    body = models.CharField(max_length=30, choices=[(body.value, body.name) for body in BodyType])
    place_kind = models.CharField(max_length=20, choices=[(kind.value, kind.name) for kind in PlaceKind], blank=True)
    place = models.CharField(max_length=120, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    valid_from_on = models.DateField(null=True, blank=True)
    valid_until_on = models.DateField(null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors", blank=True)
    # Written by the actions of this room beside the name, so that lists sort and search as Vietnamese do.
    sort_key = models.CharField(max_length=1300, db_index=True)
    search_key = models.TextField()

    objects: ClassVar[models.Manager["Unit"]] = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unit_ends_before_it_begins",
                condition=Q(valid_from_on__isnull=True)
                | Q(valid_until_on__isnull=True)
                | Q(valid_until_on__gte=F("valid_from_on")),
            ),
            models.CheckConstraint(name="unit_is_its_own_parent", condition=~Q(parent=F("id"))),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The short name where there is one, for tables."""
        return self.short_name or self.name

    def set_name(self, name: str, aliases: Iterable[str] = ()) -> None:
        """Sets the name in NFC together with the keys that lists sort and search by; other names are found too."""
        self.name = nfc(name)
        self.sort_key = sort_text(self.name)[:1300]
        self.search_key = fold(" ".join((self.name, self.short_name, *aliases)))


class Alias(models.Model):
    """Another name that plans and letters use for a unit."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="alias_twice")]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody of a unit, typed once: speaker, signer, member of a council, delegate; may log in or not."""

    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="person"
    )

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a membership allows: a clerk runs the unit's conferences, a leader confirms, a member hands in."""

    CLERK = "clerk"
    LEADER = "leader"
    MEMBER = "member"


class Membership(models.Model):
    """A person's place in a unit: the post as it is printed, and the role that gives rights."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="memberships")
    post = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit", "role"], condition=Q(ended_on__isnull=True), name="membership_twice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.unit_id} {self.role}"
