"""Addresses of delegates; the list of a unit has the number of its duty."""

from django.urls import path

from tongket.delegates.views import answer, bringing_in, listing, taking

app_name = "delegates"
HERE = "conferences/<int:conference_id>/delegates/"
urlpatterns = [
    path(HERE, listing.delegates, name="list"),
    path(f"{HERE}bring-in", bringing_in.bring_in, name="bring_in"),
    path(f"{HERE}delegates.xlsx", taking.workbook, name="workbook"),
    path("delegates/taken-back/<int:event_id>", bringing_in.take_back, name="take_back"),
    path("delegates/for/<int:duty_id>", answer.answer, name="answer"),
]
