"""Tables of private check-ins, and of the question all are asked without a name."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored
from alongside.practice.feelings import Carried
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText


class CheckIn(SealedRow, Authored):
    """How a worker was, in words they picked or wrote. Author only, until the author deletes it for good;
    never leaves."""

    picked = SealedText()
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="check_ins_of_one_author")]


class WorkloadAnswered(models.Model):
    """That somebody has answered this month's question, so that each answers once. What they answered is
    kept elsewhere, without them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "month"], name="a_month_is_answered_once_by_each")
        ]


class WorkloadTally(models.Model):
    """How many gave an answer in a month. Nobody's name, readable by no door; a function of the keeper's says
    in words about how many, from five people on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField()
    answer = Code(max_length=10, choices=Carried)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "answer"], name="an_answer_is_tallied_once_a_month"),
        ]
