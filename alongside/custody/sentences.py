"""What this room says where something cannot be done."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WHOLE: dict[str, Promise] = {
    "nothing": _("There are no rows in this file. Its first row must hold the names of the columns."),
    "too_large": _("This file is larger than 50 MB. Please split it in parts."),
    "too_many_rows": _("This file has more than 50,000 rows. Please split it in parts."),
    "too_many_columns": _("This file has more than 200 columns. Please keep those you need."),
    "old_or_locked": _(
        "This file is locked with a password or in an old format. Please save it as XLSX or CSV without one."
    ),
    "other_kind": _("This is another kind of file. Please save the sheet as XLSX or CSV."),
    "unfolds": _("This file would unfold to far more than it seems, so we did not open it. Please save it anew."),
    "broken": _("This workbook is damaged and could not be read. Please open it and save it anew."),
    "letters": _("We could not read the letters of this file. Please save it as XLSX, or as CSV in UTF-8."),
    "quotation": _(
        "A quotation mark on line %(line)s opens a cell that does not end where a cell ends, so that people after it"
        " could come into one record. Please put it right, or save the sheet as XLSX. Nothing was taken in."
    ),
    "several_sheets": _(
        "This workbook has several sheets. Please say which one, and choose the file once more. Nothing was taken in."
    ),
    "same_file": _("What this file holds came over already, %(day)s. Nothing was taken in."),
}  # fmt: skip
CANNOT: dict[str, Promise] = {
    "not_open": _("This is not open: a second person agrees first, and then there are some hours for it."),
    "check_again": _(
        "Staff or services have changed since the rows were checked. Please bring the file once more."
    ),
    "same_file": _("A file that holds the same has come over meanwhile. Nothing was brought over."),
    "say_how_days_are_written": _("Please say how days are written in this file."),
    "say_whether_the_same": _(
        "Some of these numbers came over before. Please say whether they are the same people."
    ),
    "in_use": _("Somebody has written about these people since, so nothing was taken back."),
    "one_column_each": _("Two columns were chosen for the same thing. Please choose one of them."),
}
STANDS: dict[str, Promise] = {
    "new": _("Say what the columns mean, then check the rows"),
    "asked": _("Waiting for a second person"),
    "open": pgettext_lazy("where a matter is", "Open"),
    "over": _("The time that was opened is over"),
    "gone": _("The file is gone"),
    "done": _("Brought over"),
    "taken": _("Taken along"),
    "undone": _("Taken back"),
}
# Why a column is not taken for what its name says.
NOT_TAKEN: dict[str, Promise] = {
    "not_ours": _("None of its cells is a word we know here."),
    "codes": _("Its cells are codes. We keep what people read: please write what each code stands for."),
}
# What may be wrong with a row.
PROBLEMS: dict[str, Promise] = {
    "formula": _("A cell holds a formula. Please save the sheet with values only."),
    "too_long": _("A cell holds more than 32,000 characters. Please shorten it or spread it over several rows."),
    "merged": _("This row shares a merged cell with another. Please take merged cells apart."),
    "bad_sign": _("A cell holds a sign that cannot be kept. Please write it anew."),
    "wide": _("This row has more cells than there are column names."),
    "empty": _("Nothing in this row can be brought over: it needs what we call them, a name or a number."),
    "day": _("We could not read a day. Please write it as year-month-day, like 2027-01-20."),
    "later": _("This day is still to come."),
    "state": _("We could not read where they are with us. Please write contact, waiting, active, paused or closed."),
    "under_18": _("Please write yes, no, or nothing about being under 18."),
    "staff": _("No case manager of this name works here."),
    "same_worker": _("Case manager and backup are the same person."),
    "service": _("There is no service of this name here."),
    "rounded": _(
        "A spreadsheet has rounded this number, so that its last figures are lost. Please write it as text."
    ),
    "headings": _("This row holds names of columns. Please keep one row of them, the first."),
    "came_before": _("All of this row came over with an earlier file."),
    "another_before": _(
        "An earlier file says something else here for this number. Please look whether it is the same person."
    ),
    "number_of_two": _("Two people came over under this number, so we cannot tell whom this row is about."),
    "another_name": _("An earlier row of the same number says something else here."),
    "same_row": _("This row is the same as an earlier one."),
    "with_another": _("Another row of the same number has a problem, so that nobody comes over by half."),
}  # fmt: skip
