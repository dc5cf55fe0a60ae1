"""Addresses of moves."""

from django.urls import path

from alongside.custody import views

app_name = "custody"
urlpatterns = [
    path("custody/", views.moves, name="moves"),
    path("custody/bring/", views.bring, name="bring"),
    path("custody/take/", views.take, name="take"),
    path("custody/<uuid:move>/", views.move, name="move"),
    path("custody/<uuid:move>/columns/", views.columns, name="columns"),
    path("custody/<uuid:move>/agree/", views.agree, name="agree"),
    path("custody/<uuid:move>/over/", views.over, name="over"),
    path("custody/<uuid:move>/along/", views.along, name="along"),
    path("custody/<uuid:move>/back/", views.back, name="back"),
    path("custody/<uuid:move>/file/", views.let_go, name="let_go"),
    path("custody/<uuid:move>/progress/", views.progress, name="progress"),
]
