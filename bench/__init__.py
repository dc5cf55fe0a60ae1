"""How fast the house is, as ratios to bare floors measured in the same run. See bench/README.md."""
