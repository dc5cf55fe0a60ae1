"""The only room that does cryptography: what a participant told us is sealed here and opened here.

Words are sealed with AES-256-GCM under a data key; the data key is wrapped by the door's master key, which
lives outside the database. The associated data of a word names its table, column and row, so that a sealed
word moved elsewhere does not open. The associated data of a wrapped key names the key and the door, not the
owner, so that an anonymous contact can be joined to a participant by one update.
"""
