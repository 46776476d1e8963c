"""Addresses that belong to no room."""

from django.urls import path

from tongket.core import views

app_name = "core"
urlpatterns = [
    path("", views.home, name="home"),
    path("health", views.health, name="health"),
    path("language", views.change_language, name="language"),
    path("clock", views.change_clock, name="clock"),
]
