"""The organisation: programs, umbrella identity, hotline number, sites, staff and the agency's own words.

All staff read it; an administrator changes it. Holds no participant's data.
"""
