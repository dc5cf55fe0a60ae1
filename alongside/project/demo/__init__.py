"""The demo: a fictitious agency, its staff and the people they walk with, made through the same acts as real work."""
