"""Settings, the addresses of each door, and the checks that refuse to start an unsafe house."""
