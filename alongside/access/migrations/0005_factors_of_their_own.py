"""Second factors that stand here are sealed anew, each bound to its account and row."""

import base64
import json
from typing import Any

from django.conf import settings
from django.db import migrations
from psycopg.types.json import Jsonb

from alongside.vault import sealing

FORMER = "account|second factor"


def _opened(value: Any, master: bytes) -> Any:
    """What was sealed piece by piece, open; what was not sealed stays."""
    if isinstance(value, dict):
        return {key: _opened(each, master) for key, each in value.items()}
    if isinstance(value, list):
        return [_opened(each, master) for each in value]
    if isinstance(value, str):
        try:
            return sealing.unseal(master, FORMER, base64.b64decode(value, validate=True))
        except ValueError:
            return value
    return value


def bind(apps: Any, schema_editor: Any) -> None:
    """Seal each row whole, for its account, kind and number."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("select to_regclass('access.mfa_authenticator')")
        if cursor.fetchone()[0] is None:
            return
        cursor.execute("alter table access.mfa_authenticator no force row level security")
        cursor.execute("select id, user_id, type, data, door from access.mfa_authenticator")
        for row, account, kind, data, door in cursor.fetchall():
            master = settings.KEYS.secret(f"master-{door.removeprefix('alongside_')}.key")
            told = json.dumps(_opened(data if isinstance(data, dict) else json.loads(data), master))
            kept = sealing.seal(master, f"account|second factor|{account}|{kind}|{row}", told)
            cursor.execute(
                "update access.mfa_authenticator set data = %s where id = %s",
                [Jsonb({"sealed": base64.b64encode(kept).decode()}), row],
            )
        cursor.execute("alter table access.mfa_authenticator force row level security")


class Migration(migrations.Migration):
    dependencies = [("access", "0004_sessions")]

    operations = [migrations.RunPython(bind, migrations.RunPython.noop, elidable=True)]
