"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_stock_for": _("opened what can be given to them from stock"),
    "open_needs": _("read their needs and what was asked for"),
    "see_stock": _("read what there is in stock"),
    "print_stock": _("printed what there is in stock"),
    "see_stock_months": _("read what moved in stock by month"),
    "export_stock_months": _("took along what moved in stock by month, as a file"),
    "see_wanted": _("read what donors are asked for"),
    "open_money": _("read help with money that was asked for them"),
    "see_money_to_decide": _("read what help with money waits for a decision; nobody is named"),
    "see_vouchers": _("read which vouchers are left"),
    "see_money_rules": _("looked at kinds of help with money, and limits"),
    "print_donor_sheet": _("printed the sheet for donors, which is about nobody"),
}
