"""Table of the senders of bundles: whose key a key is, as a person of the office found out."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Sender(models.Model):
    """A unit's signing key, base64, trusted once two people compared its digits, until it is revoked."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=44)
    trusted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    trusted_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(revoked_at=None), name="key_of_two_senders"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.key[:8]}"
