"""Tables of delegates: the people who come, and how many each unit of a group sends."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.conferences.models import Conference, Duty, choices
from tongket.conferences.rules import Channel
from tongket.core.models import Event
from tongket.delegates.rules import Answer
from tongket.units.models import Person, Unit

USER = settings.AUTH_USER_MODEL


class Delegate(models.Model):
    """Somebody who comes, or was asked to.

    `duty` is the unit's duty to send somebody, None for whom the office invites itself: its own people, guests, the
    rewarded. `clause` is the row of the plan's participants such a person belongs to, empty for guests beyond the plan;
    who has a duty follows the duty's. `body` is what stands behind the post where the directory has no unit for it.
    `title` is how the person is addressed where somebody wrote it (Ông, Bà, Đồng chí).
    `part` is what the person does there (chủ tọa, đưa tin). `place` is the turn within the group that the office set.
    `instead_of` is who would have come; `removed_at` keeps who is no longer on the list.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="delegates")
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, null=True, related_name="delegates")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="delegates")
    body = models.CharField(max_length=200, blank=True)
    clause = models.CharField(max_length=80, blank=True)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    part = models.CharField(max_length=60, blank=True)
    answer = models.CharField(max_length=10, choices=choices(Answer), default=Answer.ASKED)
    reason = models.CharField(max_length=300, blank=True)
    instead_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.PositiveSmallIntegerField(null=True)
    channel = models.CharField(max_length=10, choices=choices(Channel), default=Channel.WEB)
    answered_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="delegate_answered_without_time", condition=Q(answer=Answer.ASKED) | Q(answered_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["conference", "duty"], name="delegate_by_duty")]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The name with the title, where somebody wrote one."""
        return f"{self.title} {self.name}".strip()


class GroupSize(models.Model):
    """How many people each unit of one row of the plan's participants sends, where the office says so."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="group_sizes")
    clause = models.CharField(max_length=80)
    each = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "clause"], name="group_size_twice"),
            models.CheckConstraint(name="group_of_nobody", condition=Q(each__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.clause} {self.each}"


class LineBefore(models.Model):
    """What stood of a person before a unit handed its list in: taking that back restores it.

    `values` are those of the row by column, None where the person was not on the list; `revision` is the one that the
    list left behind: where the row has another by then, somebody changed it since.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    delegate = models.ForeignKey(Delegate, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField(null=True)
    revision = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "delegate"], name="line_before_twice")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.delegate_id}"
