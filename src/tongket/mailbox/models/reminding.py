"""The ladder of reminders, and the rungs that were climbed."""

from django.db import models

from tongket.conferences.models import Conference, Duty
from tongket.mailbox.models.outgoing import Message


class Ladder(models.Model):
    """When a conference reminds of one kind of duty: working days before (negative) and after the last day.

    `goes_by_itself` sends without a person; `leader_after` is the working day after which its leader is written to.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="ladders")
    kind = models.CharField(max_length=20)
    steps = models.JSONField(default=list)
    leader_after = models.SmallIntegerField(null=True)
    goes_by_itself = models.BooleanField(default=False)
    is_on = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "kind"], name="ladder_twice")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.kind}"


class Reminder(models.Model):
    """A rung of the ladder that was climbed for one duty; it is climbed once, whatever restarts in between."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="reminders")
    due_on = models.DateField()
    step = models.SmallIntegerField()
    to_leader = models.BooleanField(default=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="reminders")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "due_on", "step", "to_leader"], name="reminded_twice"),
        ]

    def __str__(self) -> str:
        return f"{self.duty_id} {self.step}"
