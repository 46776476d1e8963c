"""Tables of the outgoing register: a series of numbers in a year, and its lines."""

from django.conf import settings
from django.db import models

from tongket.documents.models.document import Document
from tongket.documents.rules import number_text
from tongket.documents.titles import letter_titled, titled
from tongket.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Register(models.Model):
    """A series of numbers of one office in one year; `series` is empty for all kinds together, else the kind's code."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="registers")
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=40, blank=True)
    first_number = models.PositiveIntegerField(default=1)
    # Where somebody said which number went before this software: when, of which day that one is, and how they know.
    begun_at = models.DateTimeField(null=True)
    before_on = models.DateField(null=True)
    before_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year", "series"], name="register_twice")]

    def __str__(self) -> str:
        return f"{self.year} {self.series}".strip()


class Entry(models.Model):
    """One line of the outgoing register, with the fields of Decree 30's Annex IV; without `document`, it was
    issued elsewhere.

    A cancelled line keeps its number and says why in `note`.
    """

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="entry")
    dated_on = models.DateField()
    type_name = models.CharField(max_length=120, blank=True)
    subject = models.TextField()
    signer = models.CharField(max_length=160, blank=True)
    recipients = models.TextField(blank=True)
    kept_by = models.CharField(max_length=160, blank=True)
    copies = models.PositiveIntegerField(default=1)
    handed_over_on = models.DateField(null=True)
    received_by = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=300, blank=True)
    is_cancelled = models.BooleanField(default=False)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="register_number_twice"),
            models.UniqueConstraint(fields=["unit", "year", "number", "symbol"], name="number_and_symbol_twice"),
        ]

    def __str__(self) -> str:
        return number_text(self.number, self.symbol)

    @property
    def about(self) -> str:
        """Type and subject as the register names them: `Giấy mời dự hội nghị …`, `Công văn về việc …`."""
        if self.type_name or self.document_id is None:
            return titled(self.type_name, self.subject)
        return letter_titled(self.subject)
