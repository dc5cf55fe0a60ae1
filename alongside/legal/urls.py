"""Addresses of strands."""

from django.urls import path

from alongside.legal import views, views_events

app_name = "legal"
urlpatterns = [
    path("people/<uuid:participant>/strands/", views.strands, name="strands"),
    path("people/<uuid:participant>/strands/new/", views.new_strand, name="new_strand"),
    path("people/<uuid:participant>/strands/<uuid:strand>/", views.strand, name="strand"),
    path(
        "people/<uuid:participant>/strands/<uuid:strand>/events/new/",
        views_events.new_event,
        name="new_event",
    ),
    path("people/<uuid:participant>/events/<uuid:event>/plan/", views_events.plan, name="plan"),
]
