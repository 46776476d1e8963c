"""Addresses of ways in and out."""

from django.urls import path

from tongket.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.sign_in, name="sign_in"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("enter/<str:token>", views.enter_by_link, name="enter"),
    path("me", views.me, name="me"),
]
