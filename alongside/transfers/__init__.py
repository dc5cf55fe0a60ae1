"""The warm transfer: somebody goes from one case manager to another, with their say, a time of both, and a goodbye.

A *transfer* is of one person. What the colleague who is asked reads, and what is handed on to them at their yes, is
kept apart under keys of its own: before the time of both begins, no record opens to them.
"""
