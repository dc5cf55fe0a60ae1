"""Pages of partners and of the directory."""
