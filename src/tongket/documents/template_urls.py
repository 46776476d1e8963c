"""Addresses of templates and of the office's heading; `urls.py` takes them in."""

from django.urls import path

from tongket.documents.views import templates

HERE = "conferences/<int:conference_id>/templates/"
urlpatterns = [
    path(HERE, templates.templates, name="templates"),
    path(f"{HERE}heading", templates.heading, name="heading"),
    path(f"{HERE}<slug:kind>/", templates.template, name="template"),
    path(f"{HERE}<slug:kind>/preview", templates.template_preview, name="template_preview"),
    path(f"{HERE}<slug:kind>/restore", templates.template_restore, name="template_restore"),
    path(f"{HERE}<slug:kind>/<int:ordinal>", templates.template_version, name="template_version"),
]
