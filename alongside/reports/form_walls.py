"""The wall of counting a funder's form: it answers the worker alone."""

from alongside.access.sql_files import functions

FUNCTIONS = functions(__file__, {"core.counted_form": ("worker",)})
