"""Addresses of the directory."""

from django.urls import path

from tongket.units.views import first_run, importing, people, undo, units

app_name = "units"
urlpatterns = [
    path("first-run", first_run.first_run, name="first_run"),
    path("units/", units.unit_list, name="list"),
    path("units/new", units.new_unit, name="new"),
    path("units/import", importing.import_units, name="import"),
    path("units/import/<uuid:file_id>", importing.preview_import, name="preview"),
    path("units/<int:unit_id>/", units.unit, name="unit"),
    path("units/<int:unit_id>/edit", units.edit_unit, name="edit"),
    path("units/<int:unit_id>/end", units.end_unit, name="end"),
    path("units/taken-back/<int:event_id>", undo.take_back, name="take_back"),
    path("units/<int:unit_id>/people/new", people.new_person, name="new_person"),
    path("units/<int:unit_id>/people/<int:membership_id>", people.edit_person, name="person"),
    path("units/<int:unit_id>/people/<int:membership_id>/end", people.end_membership, name="end_membership"),
    path("units/<int:unit_id>/people/<int:membership_id>/resume", people.resume_membership, name="resume"),
    path("units/<int:unit_id>/people/<int:membership_id>/way-in", people.give_way_in, name="way_in"),
    path("units/<int:unit_id>/people/<int:membership_id>/revoke", people.revoke_ways_in, name="revoke"),
]
