"""Addresses of the cards, of the words of the guard and of one's own reflections."""

from django.urls import path

from alongside.practice.views import cards, guard, reflections

app_name = "practice"
urlpatterns = [
    path("practice/", cards.practice, name="practice"),
    path("in-it-now/", cards.cards, name="cards"),
    path("in-it-now/<slug:card>/", cards.card, name="card"),
    path("in-it-now/<slug:card>/edit/", cards.edit, name="edit_card"),
    path("in-it-now/<slug:card>/helped/", cards.helped, name="helped"),
    path("guard/", guard.entries, name="guard"),
    path("guard/new/", guard.new, name="new_guarded"),
    path("guard/words/", guard.words, name="guard_words"),
    path("guard/<uuid:guarded>/", guard.change, name="guarded"),
    path("guard/<uuid:guarded>/off/", guard.switch_off, name="guarded_off"),
    path("guard/<uuid:guarded>/on/", guard.switch_on, name="guarded_on"),
    path("reflections/", reflections.reflections, name="reflections"),
    path("reflections/new/", reflections.new, name="new_reflection"),
    path("reflections/<uuid:reflection>/", reflections.change, name="reflection"),
    path("reflections/<uuid:reflection>/delete/", reflections.delete, name="delete_reflection"),
]
