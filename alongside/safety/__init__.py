"""Staying safe, in somebody's own words: their safety plan, who may open it, and what of it they take along.

A *plan* has one key of its own. A *version* is what was said on one day and who was there. An *opener* is a colleague
who may open it because the person said so, an *opening* a supervisor's, for a reason and for an hour.
"""
