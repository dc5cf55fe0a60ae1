"""Addresses of what is written about a participant."""

from django.urls import path

from alongside.participants.views import about, brief, choosing, critical, reaching, same, team

app_name = "participants"
urlpatterns = [
    path("people/new/", about.new, name="new"),
    path("same/", same.pairs, name="pairs"),
    path("same/<uuid:pair>/", same.same, name="same"),
    path("same/<uuid:pair>/answer/", same.answer, name="same_answer"),
    path("same/<uuid:pair>/together/", same.together, name="same_together"),
    path("same/<uuid:pair>/apart/", same.apart, name="same_apart"),
    path("people/<uuid:participant>/about/", about.about, name="about"),
    path("people/<uuid:participant>/alias/", about.alias, name="alias"),
    path("people/<uuid:participant>/under-18/", about.under_18, name="under_18"),
    path("people/<uuid:participant>/state/", team.state, name="state"),
    path("people/<uuid:participant>/start/", choosing.start, name="start"),
    path("people/<uuid:participant>/choices/", choosing.choices, name="choices"),
    path("people/<uuid:participant>/choices/<slug:about>/", choosing.choice, name="choice"),
    path("people/<uuid:participant>/another/", choosing.another, name="another"),
    path("asked/<uuid:ask>/", choosing.asked, name="asked"),
    path("people/<uuid:participant>/periods/", critical.periods, name="periods"),
    path("people/<uuid:participant>/periods/answer/", critical.answer, name="answer_period"),
    path("people/<uuid:participant>/periods/new/", critical.new, name="new_period"),
    path("people/<uuid:participant>/periods/<uuid:period>/", critical.change, name="change_period"),
    path("people/<uuid:participant>/periods/<uuid:period>/end/", critical.end, name="end_period"),
    path("people/<uuid:participant>/brief/", brief.brief, name="brief"),
    path("people/<uuid:participant>/brief/question/", brief.question, name="brief_question"),
    path("people/<uuid:participant>/brief/<uuid:brief_line>/", brief.line, name="brief_line"),
    path("team/openings/<uuid:opening>/", brief.reviewed, name="reviewed"),
    path("program/periods/", critical.windows, name="windows"),
    path("people/<uuid:participant>/team/", team.team, name="team"),
    path("people/<uuid:participant>/team/end/", team.end_part, name="end_part"),
    path("people/<uuid:participant>/reaching/", reaching.reaching, name="reaching"),
    path("people/<uuid:participant>/reaching/new/", reaching.add, name="add_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/", reaching.edit, name="edit_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/safe/", reaching.confirm, name="confirm_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/remove/", reaching.remove, name="remove_reach"),
    path(
        "people/<uuid:participant>/reaching/<uuid:point>/restore/",
        reaching.restore,
        name="restore_reach",
    ),
]
