"""How much somebody carries: a *capacity signal* they set themselves, and the *load* of their caseload in reasons and
hours. Never a rank, never what they wrote: a person's weight is what walking with them takes just now."""
