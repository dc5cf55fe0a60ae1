"""Addresses of the desk. They hold opaque references alone: never an alias, never a program."""

from django.urls import path

from alongside.desk import (
    access,
    another_way,
    answers,
    holding,
    people,
    person,
    record,
    search,
    taken_away,
    today,
    tour,
    years,
)

app_name = "desk"
urlpatterns = [
    path("", today.today, name="today"),
    path("tour/", tour.tour, name="tour"),
    path("tour/leave/", tour.leave, name="leave_tour"),
    path("search/", search.search, name="search"),
    path("search/notes/", search.search_notes, name="search_notes"),
    path("people/", people.people, name="people"),
    path("people/<uuid:participant>/", person.participant, name="participant"),
    path("people/<uuid:participant>/timeline/", years.whole, name="timeline"),
    path("people/<uuid:participant>/record/", record.record, name="record"),
    path("people/<uuid:participant>/holding/", holding.holding, name="holding"),
    path("people/<uuid:participant>/taken-away/", taken_away.page, name="taken_away"),
    path("people/<uuid:participant>/another-way/", another_way.another_way, name="another_way"),
    path("people/<uuid:participant>/answered/<uuid:disclosure>/", answers.read, name="read_answer"),
    path("people/<uuid:participant>/doing/", access.doing, name="doing"),
    path("people/<uuid:participant>/doing/print/", access.print_doing, name="print_doing"),
]
