"""Addresses of the goal sheet."""

from django.urls import path

from alongside.goals.views import along, sheet

app_name = "goals"
urlpatterns = [
    path("people/<uuid:participant>/goals/", sheet.sheet, name="sheet"),
    path("people/<uuid:participant>/goals/print/", sheet.print_sheet, name="print"),
    path("people/<uuid:participant>/goals/paper.pdf", sheet.paper, name="paper"),
    path(
        "people/<uuid:participant>/goals/bring-back/<str:kind>/<uuid:row>/",
        sheet.bring_back_again,
        name="bring_back",
    ),
    path("people/<uuid:participant>/holding/<str:kind>/<uuid:row>/", along.held, name="held"),
    path("people/<uuid:participant>/support/", along.support, name="support"),
    path("people/<uuid:participant>/support/proposed/", along.suggested, name="suggested"),
    path("people/<uuid:participant>/support/steps/", along.taper, name="taper"),
    path("people/<uuid:participant>/support/move/", along.move, name="move"),
    path("people/<uuid:participant>/long-view/", along.long_view, name="long_view"),
    path("people/<uuid:participant>/long-view/review/", along.life_review, name="life_review"),
    path("people/<uuid:participant>/long-view/learned/", along.learned, name="learned"),
    path("people/<uuid:participant>/long-view/learned/<uuid:thing>/remove/", along.unlearn, name="unlearn"),
    path(
        "people/<uuid:participant>/long-view/<uuid:description>/remove/",
        along.remove_life_area_description,
        name="remove_life_area_description",
    ),
    path(
        "people/<uuid:participant>/long-view/<uuid:description>/restore/",
        along.restore_life_area_description,
        name="restore_life_area_description",
    ),
]
