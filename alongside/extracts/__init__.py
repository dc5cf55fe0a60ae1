"""Files with one line for each person, in the form of a standard. An *extract* is asked for by one and approved by
another, and holds only those who gave permission for just this recipient and purpose."""
