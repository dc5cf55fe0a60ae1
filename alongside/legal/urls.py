"""Addresses of strands."""

from django.urls import path

from alongside.legal import views

app_name = "legal"
urlpatterns = [
    path("people/<uuid:participant>/strands/", views.strands, name="strands"),
    path("people/<uuid:participant>/strands/new/", views.new_strand, name="new_strand"),
    path("people/<uuid:participant>/strands/<uuid:strand>/", views.strand, name="strand"),
]
