"""Every address of the product; each room brings its own, all closed unless a view says otherwise."""

from django.urls import include, path

from tongket.config.api import api

urlpatterns = [
    path("api/", api.urls),
    path("", include("tongket.core.urls")),
    path("", include("tongket.accounts.urls")),
    path("", include("tongket.units.urls")),
    path("", include("tongket.conferences.urls")),
    path("", include("tongket.documents.urls")),
    path("", include("tongket.mailbox.urls")),
    path("", include("tongket.exemplars.urls")),
    path("", include("tongket.reviews.urls")),
    path("", include("tongket.papers.urls")),
    path("", include("tongket.delegates.urls")),
    path("", include("tongket.synthesis.urls")),
    path("", include("tongket.proceedings.urls")),
]
handler403 = "tongket.core.views.forbidden"
handler404 = "tongket.core.views.not_found"
handler500 = "tongket.core.views.failed"
