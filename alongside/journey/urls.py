"""Addresses of welcome and intake, and of the questions that are asked there."""

from django.urls import path

from alongside.journey import parting, preparing, views, views_aloud, views_questions

app_name = "journey"
urlpatterns = [
    path("people/<uuid:participant>/aloud/", views_aloud.aloud, name="aloud"),
    path("people/<uuid:participant>/aloud/<slug:text>/print/", views_aloud.print_aloud, name="print_aloud"),
    path("people/<uuid:participant>/preparing/", preparing.preparing, name="preparing"),
    path("people/<uuid:participant>/welcome/", views.welcome, name="welcome"),
    path("people/<uuid:participant>/welcome/print/", views.print_welcome, name="print_welcome"),
    path("people/<uuid:participant>/welcome/under-18/", views.under_18, name="under_18"),
    path("people/<uuid:participant>/intake/", views.intake, name="intake"),
    path("people/<uuid:participant>/intake/<slug:section>/", views.section, name="section"),
    path("people/<uuid:participant>/gentle/", views.gentle, name="gentle"),
    path("people/<uuid:participant>/closing/", parting.closing, name="closing"),
    path("people/<uuid:participant>/closing/card/", parting.hotline_card, name="card"),
    path("people/<uuid:participant>/again/", parting.again, name="again"),
    path("program/questions/", views_questions.questions, name="questions"),
    path("program/questions/<slug:question>/", views_questions.question, name="question"),
    path("program/questions/<slug:question>/move/", views_questions.move, name="move_question"),
    path("program/questions/new/<slug:section>/", views_questions.new, name="new_question"),
]
