"""Bringing people over and taking the whole record along: import, export, the same person twice.

Acts of the records custodian, approved by a second person.
"""
