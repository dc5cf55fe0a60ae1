"""Partner agencies, their one point of contact, agreements with them, and the directory of services.

Holds no participant's data. All staff read it; those who work with partners keep it.
"""
