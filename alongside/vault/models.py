"""The ring of wrapped keys, and the base of every table that holds sealed words."""

import uuid
from collections.abc import Collection
from typing import Any, Self

from django.db import models

from alongside.vault import ring
from alongside.vault.fields import SealedChoice, SealedChoices, SealedDay, SealedText

__all__ = ["Key", "SealedChoice", "SealedChoices", "SealedDay", "SealedRow", "SealedText"]


class Key(models.Model):
    """A data key, wrapped for one door. Kept as long as what it opens; destroyed to erase; never leaves.

    `participant_id`, `contact_id` and `staff_id` say whose words it opens; `thing_id` names a thing of nobody's
    that has a key of its own, and whoever may see that thing may open it. A contact that is joined to a
    participant keeps its key and only gains an owner.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key_id = models.UUIDField()
    door = models.CharField(max_length=20)
    participant_id = models.UUIDField(null=True, blank=True)
    contact_id = models.UUIDField(null=True, blank=True)
    staff_id = models.UUIDField(null=True, blank=True)
    thing_id = models.UUIDField(null=True, blank=True)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key_id", "door"], name="a_key_is_wrapped_once_for_a_door"),
            models.CheckConstraint(
                condition=models.Q(participant_id__isnull=False)
                | models.Q(contact_id__isnull=False)
                | models.Q(staff_id__isnull=False)
                | models.Q(thing_id__isnull=False),
                name="a_key_has_an_owner",
            ),
        ]
        indexes = [
            models.Index(fields=["participant_id"], name="key_by_participant"),
            models.Index(fields=["contact_id"], name="key_by_contact"),
            models.Index(fields=["staff_id"], name="key_by_staff"),
        ]


class SealedRow(models.Model):
    """A row whose SealedText columns are sealed under the key that `key_id` names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key_id = models.UUIDField(editable=False)

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **how: Any
    ) -> Self:
        row = super().from_db(db, field_names, values, **how)
        if "key_id" in row.__dict__:
            ring.want(row.key_id)  # so that one query brings the keys of a whole list
        return row
