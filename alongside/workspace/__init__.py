"""The partner's door: a point of contact sees what was shared with their agency, and answers. Nothing else is here.

A process of its own, signed in to the database as a role that may read no table of people. It has no tables: the
copies are in `consent`, the contact's account in `partners`. *Shared with us* are copies whose permission stands;
they are gone on the first request after it stopped. Nothing can be searched, browsed or counted.
"""
