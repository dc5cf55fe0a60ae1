"""Alongside: case management for those who walk alongside survivors of human trafficking."""
