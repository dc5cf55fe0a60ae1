"""Addresses of support for those who work here."""

from django.urls import path

from alongside.care import (
    views,
    views_checks,
    views_offers,
    views_review,
    views_review_questions,
    views_thanks,
)

app_name = "care"
urlpatterns = [
    path("care/", views.care, name="care"),
    path("care/take/", views.take, name="take"),
    path("care/requests/<uuid:wished>/", views.wish, name="wish"),
    path("care/requests/<uuid:wished>/back/", views.take_back, name="take_back"),
    path("care/offers/new/", views_offers.new, name="new_offer"),
    path("care/offers/<uuid:offer>/", views_offers.change, name="offer"),
    path("care/offers/<uuid:offer>/away/", views_offers.away, name="offer_away"),
    path("care/offers/<uuid:offer>/restore/", views_offers.restore, name="offer_restore"),
    path("care/thanks/", views_thanks.thanks, name="thanks"),
    path("care/thanks/<uuid:thanked>/seen/", views_thanks.seen, name="thanks_seen"),
    path("care/thanks/<uuid:thanked>/back/", views_thanks.back, name="thanks_back"),
    path("care/checks/", views_checks.checks, name="checks"),
    path("care/checks/<uuid:felt>/", views_checks.check, name="check"),
    path("care/checks/<uuid:felt>/delete/", views_checks.delete_check, name="delete_check"),
    path("people/<uuid:participant>/feels/", views_checks.feels, name="feels"),
    path("people/<uuid:participant>/feels/print/", views_checks.print_feels, name="print_feels"),
    path("care/review/", views_review.reviews, name="reviews"),
    path("care/review/new/", views_review.begin, name="begin_review"),
    path("care/review/print/", views_review.print_review, name="print_review"),
    path("care/review/questions/", views_review_questions.questions, name="review_questions"),
    path("care/review/questions/new/", views_review_questions.new, name="new_review_question"),
    path(
        "care/review/questions/<uuid:review_question>/", views_review_questions.change, name="review_question"
    ),
    path("care/review/actions/<uuid:agreed>/", views_review.action, name="review_action"),
    path("care/review/actions/<uuid:agreed>/change/", views_review.change_action, name="change_action"),
    path("care/review/<uuid:review>/", views_review.change, name="review"),
    path("care/review/<uuid:review>/finish/", views_review.finish, name="finish_review"),
    path("care/review/<uuid:review>/of/<uuid:review_question>/", views_review.answer, name="review_answer"),
    path(
        "care/review/<uuid:review>/of/<uuid:review_question>/action/",
        views_review.new_action,
        name="new_action",
    ),
    path("care/settings/", views_offers.settings, name="settings"),
]
