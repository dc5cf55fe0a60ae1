"""Questions that we may not be able to answer: what they asked, who holds the answer, whether it may be told and by
whom, what we asked and when, and an update that was promised. "No news yet" is an answer too."""
