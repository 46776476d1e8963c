"""A corrected plan brought in and applied by the pages, for the tests of several of them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conferences.city import City
from tests.conferences.corrected import corrected
from tongket.conferences.models import Reading, ReadingState


def upload(client: Client, city: City, *changes: tuple[str, str]) -> Reading:
    """The reading of a corrected plan that was uploaded as a file."""
    file = SimpleUploadedFile("sua.txt", corrected(*changes))
    client.post(f"/conferences/{city.conference.pk}/correct", {"by": "file", "file": file})
    return Reading.objects.get(corrects=city.conference, state=ReadingState.OPEN)


def apply_by_page(client: Client, reading: Reading, **choices: str) -> Any:
    """Presses the button of the page of the difference."""
    page = client.get(f"/readings/{reading.pk}/difference")
    return client.post(f"/readings/{reading.pk}/difference", {"stamp": page.context["stamp"]} | choices)
