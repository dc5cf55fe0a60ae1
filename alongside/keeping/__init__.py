"""One way to keep a row: its columns, its refusals, one lock, one look at what changed meanwhile, and the way back."""
