"""What a line becomes in each standard. Pure, and knows nobody."""
