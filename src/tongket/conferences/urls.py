"""Addresses of conferences: reading a plan, its pages, and those of its duties."""

from django.urls import path

from tongket.conferences.correction_urls import urlpatterns as correction_urls
from tongket.conferences.duty_urls import urlpatterns as duty_urls
from tongket.conferences.views import listing, plans, readings, search

app_name = "conferences"
urlpatterns = [
    path("conferences/", listing.conferences, name="list"),
    path("conferences/own", listing.landing, name="landing"),
    path("readings/new", readings.new_reading, name="new_reading"),
    path("readings/<uuid:reading_id>/", readings.reading, name="reading"),
    path("conferences/<int:conference_id>/plan/", plans.plan, name="plan"),
    path("conferences/<int:conference_id>/plan/file", plans.plan_file, name="plan_file"),
    *correction_urls,
    path("conferences/<int:conference_id>/settings", plans.settings, name="settings"),
    path("conferences/<int:conference_id>/search", search.search, name="search"),
    *duty_urls,
]
