"""Addresses of delegates; the list of a unit has the number of its duty."""

from django.urls import path

from tongket.delegates.views import answer, arranging, bringing_in, listing, people, taking

app_name = "delegates"
HERE = "conferences/<int:conference_id>/delegates/"
ONE = "delegates/<int:delegate_id>/"
urlpatterns = [
    path(HERE, listing.delegates, name="list"),
    path(f"{HERE}bring-in", bringing_in.bring_in, name="bring_in"),
    path(f"{HERE}delegates.xlsx", taking.workbook, name="workbook"),
    path("delegates/taken-back/<int:event_id>", bringing_in.take_back, name="take_back"),
    path(f"{HERE}sizes", listing.sizes, name="sizes"),
    path(f"{HERE}order", arranging.order, name="order"),
    path(f"{HERE}accept", arranging.accept, name="accept"),
    path(f"{HERE}add", people.add, name="add"),
    path(ONE, people.change, name="change"),
    path(f"{ONE}remove", people.remove, name="remove"),
    path(f"{ONE}bring-back", people.back, name="bring_back"),
    path("delegates/for/<int:duty_id>", answer.answer, name="answer"),
]
