"""Addresses of safety plans."""

from django.urls import path

from alongside.safety import views, views_paper, views_who

app_name = "safety"
urlpatterns = [
    path("people/<uuid:participant>/safety-plan/", views.plan, name="plan"),
    path("people/<uuid:participant>/safety-plan/write/", views.write, name="write"),
    path("people/<uuid:participant>/safety-plan/who/", views_who.who, name="who"),
    path("people/<uuid:participant>/safety-plan/who/<uuid:opener>/stop/", views_who.stop, name="stop"),
    path("people/<uuid:participant>/safety-plan/open/", views_who.open_it, name="open"),
    path("people/<uuid:participant>/safety-plan/print/", views_paper.print_plan, name="print"),
    path("people/<uuid:participant>/safety-plan/paper.pdf", views_paper.paper, name="paper"),
    path("safety-plans/", views.mine, name="mine"),
    path("safety-plans/<uuid:plan>/", views.one, name="one"),
]
