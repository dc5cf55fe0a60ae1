"""Words somebody is still typing, kept on the server so that no lock, crash or lost line takes them.

A draft is its author's alone and sealed with the author's own key. It goes when what it was for is saved.
"""
