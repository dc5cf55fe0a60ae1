"""HSDS 3.1: reading published entries, and writing ours in its shape. Needs no database."""
