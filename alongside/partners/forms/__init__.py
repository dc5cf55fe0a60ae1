"""What is asked about partners and services. Nothing but a name is needed, and nobody we walk with is named."""
