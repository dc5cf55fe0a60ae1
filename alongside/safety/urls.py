"""Addresses of safety plans."""

from django.urls import path

from alongside.safety import views, views_pages, views_paper, views_who

app_name = "safety"
urlpatterns = [
    path("people/<uuid:participant>/safety-plan/", views.plan, name="plan"),
    path("people/<uuid:participant>/safety-plan/write/", views.write, name="write"),
    path("people/<uuid:participant>/safety-plan/who/", views_who.who, name="who"),
    path("people/<uuid:participant>/safety-plan/who/<uuid:opener>/stop/", views_who.stop, name="stop"),
    path("people/<uuid:participant>/safety-plan/open/", views_who.open_it, name="open"),
    path("people/<uuid:participant>/safety-plan/print/", views_paper.print_plan, name="print"),
    path("people/<uuid:participant>/safety-plan/paper.pdf", views_paper.paper, name="paper"),
    path("people/<uuid:participant>/rights/", views_pages.rights, name="rights"),
    path("people/<uuid:participant>/rights/<str:page>/print/", views_pages.print_page, name="print_page"),
    path("people/<uuid:participant>/rights/<str:page>/talked/", views_pages.talk, name="talk"),
    path("people/<uuid:participant>/talked/<uuid:talked>/remove/", views_pages.remove, name="remove_talked"),
    path(
        "people/<uuid:participant>/talked/<uuid:talked>/restore/", views_pages.restore, name="restore_talked"
    ),
    path("library/", views_pages.library, name="library"),
    path("safety-plans/", views.mine, name="mine"),
    path("safety-plans/<uuid:plan>/", views.one, name="one"),
]
