"""Addresses of the cards, of one's own reflections, of pauses and of questions to colleagues."""

from django.urls import path

from alongside.practice.views import cards, consults, from_cards, next, pause, reflections

app_name = "practice"
urlpatterns = [
    path("practice/", cards.practice, name="practice"),
    path("in-it-now/", cards.cards, name="cards"),
    path("in-it-now/<slug:card>/", cards.card, name="card"),
    path("in-it-now/<slug:card>/edit/", cards.edit, name="edit_card"),
    path("in-it-now/<slug:card>/helped/", cards.helped, name="helped"),
    path("people/<uuid:participant>/plan/", from_cards.plan, name="plan"),
    path("people/<uuid:participant>/plan/back/", from_cards.turn_back, name="turn_back"),
    path("people/<uuid:participant>/plan/hold/", from_cards.hold, name="hold"),
    path("people/<uuid:participant>/plan/looked/", from_cards.looked, name="looked"),
    path("people/<uuid:participant>/plan/check-ins/", from_cards.check_ins, name="check_ins"),
    path("what-next/", next.what_next, name="what_next"),
    path("pause/", pause.pause, name="pause"),
    path("debrief/", pause.ask_debrief, name="ask_debrief"),
    path("debrief/<uuid:debrief>/take-back/", pause.take_debrief_back, name="take_debrief_back"),
    path("debrief/<uuid:debrief>/seen/", pause.debrief_seen, name="debrief_seen"),
    path("consults/", consults.consults, name="consults"),
    path("consults/new/", consults.new, name="new_consult"),
    path("consults/<uuid:consult>/", consults.consult, name="consult"),
    path("consults/<uuid:consult>/close/", consults.close, name="close_consult"),
    path("consults/<uuid:consult>/open/", consults.reopen, name="reopen_consult"),
    path("consults/<uuid:consult>/delete/", consults.delete, name="delete_consult"),
    path("consults/<uuid:consult>/<uuid:reply>/thank/", consults.thank, name="thank"),
    path("consults/<uuid:consult>/<uuid:reply>/take-back/", consults.take_back, name="take_reply_back"),
    path("consults/<uuid:consult>/<uuid:reply>/bring-back/", consults.bring_back, name="bring_reply_back"),
    path("reflections/", reflections.reflections, name="reflections"),
    path("reflections/new/", reflections.new, name="new_reflection"),
    path("reflections/<uuid:reflection>/", reflections.change, name="reflection"),
    path("reflections/<uuid:reflection>/delete/", reflections.delete, name="delete_reflection"),
]
