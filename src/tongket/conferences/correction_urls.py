"""Addresses of a corrected plan: bringing it in, its difference, the versions, telling units."""

from django.urls import path

from tongket.conferences.views import corrections, plans, telling

urlpatterns = [
    path("conferences/<int:conference_id>/correct", corrections.correct, name="correct"),
    path("readings/<uuid:reading_id>/difference", corrections.difference, name="difference"),
    path("conferences/<int:conference_id>/plan/<int:ordinal>/", plans.plan, name="plan_version"),
    path("conferences/<int:conference_id>/plan/<int:ordinal>/file", plans.plan_file, name="plan_version_file"),
    path("conferences/<int:conference_id>/plan/<int:old>/to/<int:new>/", corrections.between, name="between"),
    path("conferences/<int:conference_id>/plan/<int:ordinal>/tell", telling.tell, name="tell"),
]
