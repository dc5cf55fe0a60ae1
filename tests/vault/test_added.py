"""A sealed column that is added to a table with rows in it: nobody is asked, and older rows are empty."""

import uuid
from typing import Any

from django.db import connection, models
from django.db.migrations import AddField, Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState

from alongside.vault import ring
from alongside.vault.models import SealedRow, SealedText


class NobodyToAsk(MigrationQuestioner):
    """Whatever would be asked on a terminal is a fault."""

    def ask_not_null_addition(self, field_name: str, model_name: str) -> Any:
        raise AssertionError(f"asked for a default of {model_name}.{field_name}")


def planted(**fields: "models.Field[Any, Any]") -> ProjectState:
    """A room with one table of these columns."""
    id_ = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    columns = {"id": id_, "key_id": models.UUIDField(editable=False), **fields}
    state = ProjectState()
    state.add_model(ModelState("planted", "Slip", list(columns.items()), {}, (SealedRow,)))
    return state


def test_a_sealed_column_is_added_to_a_table_that_has_rows() -> None:
    before, after = planted(words=SealedText()), planted(words=SealedText(), more=SealedText())
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        with connection.schema_editor() as editor:
            editor.create_model(before.apps.get_model("planted", "Slip"))
        key_id = uuid.uuid4()
        ring.make(key_id)
        old = before.apps.get_model("planted", "Slip").objects.create(key_id=key_id, words="a lamp")

        found = MigrationAutodetector(before, after, NobodyToAsk()).changes(one_migration())
        (added,) = found["planted"][0].operations
        assert isinstance(added, AddField)
        with connection.schema_editor() as editor:
            added.database_forwards("planted", editor, before, after)

        Slip = after.apps.get_model("planted", "Slip")
        row = Slip.objects.get(pk=old.pk)
        assert (row.words, row.more) == ("a lamp", "")
        Slip.objects.create(key_id=key_id, words="", more="a door")
        assert sorted(each.more for each in Slip.objects.all()) == ["", "a door"]
        row.more = "a window"
        row.save()
        assert Slip.objects.get(pk=old.pk).more == "a window"
        cursor.execute("select string_agg(encode(more, 'escape'), '') from planted_slip")
        assert "a door" not in cursor.fetchone()[0]


def one_migration() -> MigrationGraph:
    """A room that has been migrated before."""
    graph = MigrationGraph()
    graph.add_node(("planted", "0001_initial"), Migration("0001_initial", "planted"))
    return graph
