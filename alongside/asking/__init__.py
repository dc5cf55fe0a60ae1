"""One page that asks: a form, what was begun, what another saved meanwhile, and what is said afterwards."""
