"""Counts of our work, made at a press and kept: whoever opens all the records counted reads them true, everybody else
with small numbers hidden. A *report* is one such table."""
