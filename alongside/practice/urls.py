"""Addresses of the cards, of one's own reflections and check-ins, of supervision and of training."""

from django.urls import path

from alongside.practice.views import cards, checkins, learning, reflections, sheet, supervision, training

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
    path("check-ins/", checkins.check_ins, name="own_check_ins"),
    path("check-ins/new/", checkins.new, name="new_check_in"),
    path("check-ins/<uuid:check_in>/delete/", checkins.delete, name="delete_check_in"),
    path("practice/this-month/", checkins.month, name="month"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("supervision/bring/", supervision.bring, name="bring"),
    path("supervision/brought/<uuid:brought>/", supervision.change, name="brought"),
    path("supervision/brought/<uuid:brought>/talked/", supervision.talked, name="talked"),
    path("supervision/brought/<uuid:brought>/take-back/", supervision.take_back, name="take_back"),
    path("supervision/times/<uuid:supervision>/", supervision.change_time, name="supervision_time"),
    path("supervision/times/<uuid:supervision>/away/", supervision.put_away_time, name="put_away_time"),
    path("supervision/of/<uuid:worker>/", supervision.of_worker, name="supervision_of"),
    path("supervision/of/<uuid:worker>/bring/", supervision.bring_for, name="bring_for"),
    path("supervision/of/<uuid:worker>/time/", supervision.plan, name="plan_supervision"),
    path("supervision/of/<uuid:worker>/sheet/", sheet.sheet, name="sheet"),
    path("supervision/of/<uuid:worker>/sheet/print/", sheet.print_sheet, name="print_sheet"),
    path("training/", training.training, name="training"),
    path("training/new/", training.plan, name="plan_training"),
    path("training/record/new/", learning.record, name="record_training"),
    path("training/coverage/", learning.coverage, name="coverage"),
    path("training/topics/", learning.topics, name="topics"),
    path("training/<uuid:training>/", training.session, name="session"),
    path("training/<uuid:training>/change/", training.change, name="change_training"),
    path("training/<uuid:training>/call-off/", training.call_off, name="call_off"),
    path("training/<uuid:training>/sign-up/", training.sign_up, name="sign_up"),
    path("training/<uuid:training>/step-back/", training.step_back, name="step_back"),
    path("training/<uuid:training>/after/", training.thoughts, name="thoughts"),
    path("training/<uuid:training>/after/delete/", training.forget_thoughts, name="forget_thoughts"),
    path("training/<uuid:training>/scenario/", learning.scenario, name="scenario"),
    path("training/<uuid:training>/scenario/approve/", learning.approve, name="approve_scenario"),
]
