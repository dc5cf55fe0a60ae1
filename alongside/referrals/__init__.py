"""Referrals with permission and a warm handover, waitlists, what came of them.

Entered by those who walk with the person.
"""
