"""The staff door: Today, people, a participant's page, search. Composes rooms; has no rules and no tables."""
