"""Addresses of what they asked."""

from django.urls import path

from alongside.questions import views

app_name = "questions"
urlpatterns = [
    path("people/<uuid:participant>/questions/", views.questions, name="questions"),
    path("people/<uuid:participant>/questions/new/", views.new, name="new"),
    path("people/<uuid:participant>/questions/print/", views.paper, name="paper"),
    path("people/<uuid:participant>/questions/<uuid:awaited>/", views.question, name="question"),
    path("people/<uuid:participant>/questions/<uuid:awaited>/update/", views.update, name="update"),
]
