"""Addresses of what they asked."""

from django.urls import path

from alongside.questions import views

app_name = "questions"
urlpatterns = [
    path("people/<uuid:participant>/asked/", views.questions, name="questions"),
    path("people/<uuid:participant>/asked/new/", views.new, name="new"),
    path("people/<uuid:participant>/asked/paper/", views.paper, name="paper"),
    path("people/<uuid:participant>/asked/<uuid:asked>/", views.question, name="question"),
    path("people/<uuid:participant>/asked/<uuid:asked>/update/", views.update, name="update"),
]
