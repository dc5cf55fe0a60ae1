"""Addresses of what is written about a participant."""

from django.urls import path

from alongside.participants import views, views_reaching, views_team

app_name = "participants"
urlpatterns = [
    path("people/new/", views.new, name="new"),
    path("people/<uuid:participant>/about/", views.about, name="about"),
    path("people/<uuid:participant>/alias/", views.alias, name="alias"),
    path("people/<uuid:participant>/under-18/", views.under_18, name="under_18"),
    path("people/<uuid:participant>/state/", views_team.state, name="state"),
    path("people/<uuid:participant>/team/", views_team.team, name="team"),
    path("people/<uuid:participant>/team/end/", views_team.end_part, name="end_part"),
    path("people/<uuid:participant>/reaching/", views_reaching.reaching, name="reaching"),
    path("people/<uuid:participant>/reaching/new/", views_reaching.add, name="add_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/", views_reaching.edit, name="edit_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/safe/", views_reaching.confirm, name="confirm_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/remove/", views_reaching.remove, name="remove_reach"),
    path("people/<uuid:participant>/reaching/<uuid:point>/restore/", views_reaching.restore, name="restore_reach"),
]
