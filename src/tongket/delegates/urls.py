"""Addresses of delegates; the list of a unit has the number of its duty."""

from django.urls import path

from tongket.delegates.views import answer, listing

app_name = "delegates"
HERE = "conferences/<int:conference_id>/delegates/"
urlpatterns = [
    path(HERE, listing.delegates, name="list"),
    path("delegates/for/<int:duty_id>", answer.answer, name="answer"),
]
