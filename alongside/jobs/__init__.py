"""Work that waits its turn: asked for at the desk, done by the worker under the same walls, nobody's words in it.

A job's arguments are references only. Whoever asks is signed into it, and it runs as them, with what they may
see when it runs. The house's own jobs run as the house, whom only a few policies of the worker know.
"""
