"""Addresses of the stock of basic needs: opaque references only."""

from django.urls import path

from alongside.provisions import stock_asked_views as asked
from alongside.provisions import stock_keeping_views as keeping
from alongside.provisions import stock_paper_views as paper
from alongside.provisions import stock_views as views

app_name = "stock"
_P = "people/<uuid:participant>/needs/stock/"
urlpatterns = [
    path("stock/", views.stock, name="stock"),
    path("stock/at/<uuid:site>/", views.stock, name="shelf"),
    path("stock/at/<uuid:site>/in/", keeping.came, name="came"),
    path("stock/at/<uuid:site>/count/", keeping.count, name="count"),
    path("stock/at/<uuid:site>/print/", paper.on_paper, name="on_paper"),
    path("stock/asked/<uuid:line>/", asked.came, name="asked"),
    path("stock/asked/<uuid:line>/<uuid:moved>/undo/", asked.undo_asked, name="undo_asked"),
    path("stock/months/", paper.months, name="months"),
    path("stock/months/file/", paper.as_file, name="months_file"),
    path("stock/lines/<uuid:stock_line>/", views.line, name="line"),
    path("stock/moves/<uuid:moved>/undo/", views.undo, name="undo"),
    path("stock/things/", keeping.things, name="things"),
    path("stock/things/new/", keeping.new_thing, name="new_thing"),
    path("stock/things/<uuid:stock_thing>/", keeping.thing, name="thing"),
    path(_P, views.give, name="give"),
    path(f"{_P}at/<uuid:site>/", views.give, name="give_at"),
    path(f"{_P}lines/<uuid:stock_line>/", views.give_line, name="give_line"),
    path(f"{_P}given/<uuid:given>/undo/", views.undo_given, name="undo_given"),
]
