"""What funders ask for: versions of their forms, report answers on them, and what a service of ours counts as there.

A *report answer* is one value of one item of a form version, as somebody said it; without one it is *not collected*.
"""
