"""The strands of a person's way (services, immigration, a criminal case, civil and family, benefits, their own), each
with a state of its own; and the events of a strand, each of which is a meeting with a plan around it.

No field here holds testimony or an account of what happened. A decision by somebody else is waited for as a state, and
no service depends on it.
"""
