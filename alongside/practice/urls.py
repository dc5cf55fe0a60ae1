"""Addresses of the cards and of one's own reflections."""

from django.urls import path

from alongside.practice.views import cards, reflections

app_name = "practice"
urlpatterns = [
    path("practice/", cards.practice, name="practice"),
    path("in-it-now/", cards.cards, name="cards"),
    path("in-it-now/<slug:card>/", cards.card, name="card"),
    path("in-it-now/<slug:card>/edit/", cards.edit, name="edit_card"),
    path("in-it-now/<slug:card>/helped/", cards.helped, name="helped"),
    path("reflections/", reflections.reflections, name="reflections"),
    path("reflections/new/", reflections.new, name="new_reflection"),
    path("reflections/<uuid:reflection>/", reflections.change, name="reflection"),
    path("reflections/<uuid:reflection>/delete/", reflections.delete, name="delete_reflection"),
]
