"""What the rows of a spreadsheet mean, and what is wrong with them in plain words. Pure functions."""
