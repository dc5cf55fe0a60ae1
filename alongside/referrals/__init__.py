"""Referrals: finding a way to others' help, going there together, waiting lists, and what stands in the way.

A *referral* is drafted freely and goes out only through the gate, exactly as it was shown to them. Any state may
follow any other, with words; "not this time" is a good ending. A *waiting place* keeps the day it was joined. A
*system barrier* is what is stuck in a system and not in a person; it is counted without anybody's identity.
"""
