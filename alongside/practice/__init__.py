"""Something to hold on to while one is in it: cards for hard moments, and reflections that are one's own.

The cards are the agency's and hold nothing about anybody. A reflection is its author's alone.
"""
