"""A text column that is sealed in the table and read as text in Python."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models

from alongside.vault import ring
from alongside.vault.sealing import seal, unseal

if TYPE_CHECKING:
    from alongside.vault.models import SealedRow


class StillSealed(bytes):
    """What came from the table and has not been opened yet."""


class _Opener:
    """Opens a sealed column when it is read, with the key of its row."""

    def __init__(self, field: "SealedText") -> None:
        self.field = field

    def __get__(self, row: "SealedRow | None", owner: type | None = None) -> Any:
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        value = row.__dict__[name]
        if isinstance(value, StillSealed):
            # A column added later is empty bytes in older rows: nobody has said anything there.
            words = unseal(ring.cipher(row.key_id), self.field.associated(row), bytes(value)) if value else ""
            value = row.__dict__[name] = self.field.from_words(words)
        return value

    def __set__(self, row: "SealedRow", value: str | StillSealed | None) -> None:
        row.__dict__[self.field.attname] = value


class SealedText(models.BinaryField):  # type: ignore[type-arg]
    """Words of a person: `str` in Python, AES-256-GCM in the table, never searchable there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # `blank`, so that a column added later is empty in the rows that stand, without anybody being asked.
        kwargs["editable"], kwargs["blank"] = False, True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for held in ("editable", "blank"):
            kwargs.pop(held, None)
        return name, path, args, kwargs

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opener(self))

    def to_words(self, value: Any) -> str:
        """The text that is sealed."""
        return str(value)

    def from_words(self, words: str) -> Any:
        """What was sealed as this text."""
        return words

    def associated(self, row: "SealedRow") -> str:
        """Where the words belong: table, column, row."""
        return f"{row._meta.db_table}|{self.column}|{row.pk}"

    def from_db_value(self, value: bytes | None, *_: Any) -> StillSealed | None:
        return None if value is None else StillSealed(value)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname, "")
        if isinstance(value, StillSealed) or value is None:
            return value
        words = self.to_words(value)
        return StillSealed(seal(ring.key(model_instance.key_id), self.associated(model_instance), words))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        # Nothing at all may stand unsealed: it is what rows hold that are older than their column.
        if value is not None and value != b"" and not isinstance(value, StillSealed):
            raise TypeError(f"{self.name} holds sealed words; save the row instead of updating the column.")
        return super().get_db_prep_value(None if value is None else bytes(value), connection, prepared)

    def get_default(self) -> Any:
        return ""

    def value_to_string(self, obj: Any) -> str:
        raise TypeError("Sealed words are not serialised.")


class NotKnown(ValueError):
    """A value that is not in the list of the field."""


class SealedChoice(SealedText):
    """A value from a list, sealed. No constraint can hold the list where nothing is readable, so the field does."""

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs

    def to_words(self, value: Any) -> str:
        if value and str(value) not in {str(known) for known, _label in self.flatchoices}:
            raise NotKnown(self.name)
        return str(value)


class SealedChoices(SealedChoice):
    """Several values from a list, sealed: a `list[str]` in Python."""

    def to_words(self, value: Any) -> str:
        return " ".join(super(SealedChoices, self).to_words(each) for each in value)

    def from_words(self, words: str) -> Any:
        return words.split()

    def get_default(self) -> Any:
        return []


class SealedDay(SealedText):
    """A day, sealed: a `date` in Python, or None where nobody said one."""

    def to_words(self, value: Any) -> str:
        return value.isoformat() if value else ""

    def from_words(self, words: str) -> Any:
        return date.fromisoformat(words) if words else None

    def get_default(self) -> Any:
        return None

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        if model_instance.__dict__.get(self.attname) is not None:
            return super().pre_save(model_instance, add)
        return StillSealed(seal(ring.key(model_instance.key_id), self.associated(model_instance), ""))


def open_words(
    model: "type[SealedRow]", column: str, row: UUID, key_id: UUID, sealed: "bytes | memoryview[int] | None"
) -> str:
    """The words of one column that came without its row, for reading through very many."""
    if not sealed:
        return ""
    return unseal(ring.cipher(key_id), f"{model._meta.db_table}|{column}|{row}", bytes(sealed))


def sealed_value(row: "SealedRow", column: str) -> bytes:
    """The sealed bytes of a column, for the keeper's functions, which write rows no door may write."""
    field = row._meta.get_field(column)
    return bytes(field.pre_save(row, True))  # type: ignore[union-attr]
