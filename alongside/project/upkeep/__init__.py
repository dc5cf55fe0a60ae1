"""Keeping an installation: copies of data and keys, apart; bringing them back; proving it; changing keys.

A copy of the data holds no key that opens its words, and the copy of the keys holds no word. Both are sealed
with the backup key. Only the newest copy of the keys is kept, so that what is erased stays erased in every
copy of the data. `docs/OPERATIONS.md` says how it is used.
"""
