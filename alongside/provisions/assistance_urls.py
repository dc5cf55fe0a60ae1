"""Addresses of help with money: opaque references only."""

from django.urls import path

from alongside.provisions import assistance_deciding_views as deciding
from alongside.provisions import assistance_views as views
from alongside.provisions import voucher_views as vouchers

app_name = "assistance"
_P = "people/<uuid:participant>/needs/money/"
_A = f"{_P}<uuid:assistance>/"
urlpatterns = [
    path(_P, views.money, name="money"),
    path(f"{_P}new/", views.new, name="new"),
    path(_A, views.change, name="change"),
    path(f"{_A}hand-over/", views.hand_over, name="hand_over"),
    path(f"{_A}take-back/", views.take_back, name="take_back"),
    path(f"{_A}undo/", views.undo, name="undo"),
    path("money/", deciding.to_decide, name="to_decide"),
    path("money/asked/<uuid:money_line>/", deciding.decide, name="decide"),
    path("money/asked/<uuid:money_line>/undo/", deciding.undo_decision, name="undo_decision"),
    path("money/kinds/", deciding.kinds, name="kinds"),
    path("money/kinds/new/", deciding.new_kind, name="new_kind"),
    path("money/kinds/<uuid:money_kind>/", deciding.kind, name="kind"),
    path("money/vouchers/", vouchers.vouchers, name="vouchers"),
    path("money/vouchers/new/", vouchers.new_vouchers, name="new_vouchers"),
    path("money/vouchers/<uuid:vouchers>/end/", vouchers.end_vouchers, name="end_vouchers"),
    path("money/limits/", deciding.limits, name="limits"),
]
