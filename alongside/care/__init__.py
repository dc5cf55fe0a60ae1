"""Looking after those who work here: what support there is, asking for it past everybody but the one chosen,
and what the organisation asks itself once a year."""
