"""Pages of the cards and of reflections."""
