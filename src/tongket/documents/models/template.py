"""The text of a kind of document as an office keeps it."""

from django.conf import settings
from django.db import models

from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Template(models.Model):
    """An office's own version of the text of a kind: Jinja in Markdown. The shipped one is a file."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    ordinal = models.PositiveIntegerField()
    subject = models.TextField()
    body = models.TextField()
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "ordinal"], name="template_version_twice")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ordinal}"
