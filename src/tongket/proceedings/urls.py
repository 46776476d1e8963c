"""Addresses of the volume; its number is that of the conference."""

from django.urls import path

from tongket.proceedings.views import arranging, chapter, volume

app_name = "proceedings"
HERE = "conferences/<int:conference_id>/proceedings/"
urlpatterns = [
    path(HERE, volume.volume, name="volume"),
    path(f"{HERE}bind", volume.bind, name="bind"),
    path(f"{HERE}arrange", arranging.arrange, name="arrange"),
    path(f"{HERE}settings", arranging.settings, name="settings"),
    path(f"{HERE}chapters/<str:code>", chapter.chapter, name="chapter"),
    path(f"{HERE}builds/<int:ordinal>/<str:edition>", volume.file, name="file"),
]
