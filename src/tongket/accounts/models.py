"""Tables of the people who log in and of the links that need no password."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from tongket.accounts.rules import Purpose
from tongket.core.text import nfc


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this e-mail; a DoesNotExist where there is none."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who logs in; without an e-mail the person enters by links and codes only."""

    name = models.CharField(max_length=120)
    email = models.EmailField(null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)
    is_admin = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_twice"),
            models.CheckConstraint(name="user_email_blank", condition=~Q(email="")),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keeps the name in NFC."""
        self.name = nfc(self.name)


class AccessLink(models.Model):
    """A way in without a password: for one purpose, hashed, ending by itself, revocable.

    A sign-in link is used up by its first use; the link to a unit's page stays until it ends or is revoked, and so does
    that to one letter, which signs nobody in.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="access_links")
    purpose = models.CharField(max_length=20, choices=[(purpose.value, purpose.name) for purpose in Purpose])
    target = models.CharField(max_length=200, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    code_expires_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="code_without_an_end",
                condition=Q(code_hash="", code_expires_at__isnull=True)
                | (~Q(code_hash="") & Q(code_expires_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.user_id}"


class Attempt(models.Model):
    """One failed try to get in, by the hash of where it came from; too many in a row must wait."""

    source_hash = models.CharField(max_length=64)
    tried_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["source_hash", "tried_at"], name="attempt_by_source")]

    def __str__(self) -> str:
        return f"{self.source_hash[:8]} {self.tried_at:%H:%M}"
