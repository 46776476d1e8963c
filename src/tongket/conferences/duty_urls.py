"""Addresses of duties: dashboard, units' pages, one duty, and what leaves them."""

from django.urls import path

from tongket.conferences.views import dashboard, duties, exports, undo, units

urlpatterns = [
    path("conferences/<int:conference_id>/", dashboard.dashboard, name="dashboard"),
    path("conferences/<int:conference_id>/sheet", dashboard.sheet, name="sheet"),
    path("conferences/<int:conference_id>/due", dashboard.due, name="due"),
    path("conferences/<int:conference_id>/reminders", units.reminders, name="reminders"),
    path("conferences/<int:conference_id>/duties.xlsx", exports.workbook, name="workbook"),
    path("conferences/<int:conference_id>/units/<int:unit_id>/", units.unit, name="unit"),
    path("conferences/<int:conference_id>/units/<int:unit_id>/contact", units.contact, name="contact"),
    path("calendar/<str:name>.ics", exports.feed, name="feed"),
    path("duties/<int:duty_id>/", duties.duty, name="duty"),
    path("duties/undo/<int:event_id>", undo.undo, name="take_back"),
    path("evidence/<int:evidence_id>/file", duties.evidence_file, name="evidence_file"),
    path("evidence/<int:evidence_id>/file/<uuid:file_id>", duties.evidence_other, name="evidence_other"),
    path("evidence/<int:evidence_id>/receipt", duties.receipt, name="receipt"),
]
