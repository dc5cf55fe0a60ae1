"""The walls around moves. The custodian who asked works on a move; whoever may agree sees what is asked, no file.

Nobody but the keeper writes people who are not within reach, and the keeper does so only for a move that a second
person agreed to, within its time, and only about people that this very move brings.
"""

from alongside.access.wall import BY_THE_HOUSE, ME, Function, Joined, Policy, Wall
from alongside.custody.walls_tables import ADDED_TABLES, BROUGHT_TABLES, TAKEN_TABLES

_SEES = "((select access.has_role('custodian')) or (select access.has_role('director')))"
_MINE = f"by_id = {ME} and (select access.has_role('custodian'))"
_NOT_YET = "agreed_at is null and done_at is null"
# Past a day nothing of a file is shown, even before the house has destroyed it.
_MY_FILE = (
    "exists (select from core.custody_move m where m.id = move_id and m.by_id = (select access.actor())"
    " and m.asked_at > (select access.now()) - interval '1 day')"
)
_GRANTS = " ".join(
    f"grant select, insert, delete on core.{table} to alongside_keeper;" for table in BROUGHT_TABLES
)
_READS = " ".join(f"grant select on core.{table} to alongside_keeper;" for table in TAKEN_TABLES)

WALLS = [
    Wall(
        "core.custody_move",
        (
            Policy("who may ask or agree", on="select", using=_SEES, to=("desk",)),
            Policy("asked in one's own name", on="insert", check=f"{_MINE} and {_NOT_YET}", to=("desk",)),
            Policy("before it is agreed", on="update", using=f"{_MINE} and {_NOT_YET}",
                   check=f"{_MINE} and {_NOT_YET}", to=("desk",)),
        ),
        {
            "desk": "select, insert (id, key_id, kind, purpose, columns, chosen, noticed, day_style, same_people,"
            " row_count, refused, people, added_to, print_of, asked_at, by_id, file_id, checked_at, agreed_at,"
            " agreed_by_id, open_until, done_at, undone_at, file_gone_at),"
            " update (chosen, noticed, day_style, same_people, row_count, refused, people, added_to, print_of,"
            " checked_at)"
        },
        keeper="select, update",
        also=_GRANTS + _READS,
    ),
    Wall(
        "core.custody_piece",
        (Policy("of one's own file", using=_MY_FILE, check=_MY_FILE, to=("desk",)),),
        {"desk": "select, insert, update (problems)"},
        keeper="select, delete",
        dumped=False,
    ),
    Wall(
        "core.custody_knowncolumn",
        (Policy("the custodian's", using="(select access.has_role('custodian'))",
                check="(select access.has_role('custodian'))", to=("desk",)),),
        {"desk": "select, insert, update (field)"},
    ),
    Wall("core.custody_brought", keeper="select, insert, update, delete"),
]  # fmt: skip

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of moves one sees, and of one's own file",
            on="select",
            using="thing_id is not null and exists (select from core.custody_move m where m.id = thing_id"
            f" or (m.file_id = thing_id and m.by_id = {ME}"
            " and m.asked_at > (select access.now()) - interval '1 day'))",
            to=("desk",),
        ),
    ),
    *(
        Joined(f"core.{table}", Policy("the keeper, for moves", "true", "true", to=("keeper",)))
        for table in sorted({*BROUGHT_TABLES, *TAKEN_TABLES})
    ),
]

_IS_OPEN = """
            select * into m from core.custody_move where id = p_move for update;
            if m is null or me is null or m.by_id <> me or not access.has_role('custodian')
                    or m.agreed_by_id is null or m.agreed_by_id = me or m.done_at is not null
                    or m.open_until is null or m.open_until <= access.now() or m.kind <> p_kind then
                raise insufficient_privilege using message = 'this move is not open';
            end if;
"""
_ADDED = ", ".join(f"'{table}'" for table in ADDED_TABLES)
_TABLES = ", ".join(f"'{table}'" for table in BROUGHT_TABLES)
_TAKEN = ", ".join(f"'{table}'" for table in TAKEN_TABLES)
_UNDO = " ".join(
    f"delete from core.{table} where participant_id = any(them);"
    for table in reversed(BROUGHT_TABLES)
    if table != "participants_participant"
)
_UNDO_ADDED = " ".join(
    f"delete from core.{table} where key_id = any(keys);"
    for table in ("participants_need", "participants_contactpoint", "goals_goal", "connection_note")
)

FUNCTIONS = [
    Function(
        "core.agree_to_move",
        "p_move uuid",
        "void",
        """
        declare me uuid := access.actor();
        begin
            if not (access.has_role('custodian') or access.has_role('director')) then
                raise insufficient_privilege using message = 'agreeing is the director''s or the custodian''s';
            end if;
            update core.custody_move set agreed_by_id = me, agreed_at = access.now(),
                    open_until = access.now() + interval '4 hours'
                where id = p_move and by_id <> me and agreed_at is null and done_at is null
                  and checked_at is not null and checked_at > access.now() - interval '1 day';
            if not found then
                raise insufficient_privilege using message = 'nothing to agree to';
            end if;
        end
        """,
        ("desk",),
    ),
    Function(
        "core.open_move",
        "p_move uuid, p_kind text",
        "void",
        f"declare me uuid := access.actor(); m core.custody_move; begin {_IS_OPEN} end",
        ("desk",),
    ),
    Function(
        "core.bring_over",
        "p_move uuid, p_table text, p_rows jsonb",
        "void",
        f"""
        declare me uuid := access.actor(); m core.custody_move; p_kind text := 'bring';
        begin
            {_IS_OPEN}
            if exists (select from jsonb_array_elements(p_rows) e, jsonb_each_text(e - 'tokens') c
                    where c.key in ('by_id', 'added_by_id', 'changed_by_id', 'confirmed_by_id')
                      and c.value is not null and c.value <> me::text) then
                raise insufficient_privilege using message = 'in one''s own name only';
            end if;
            if p_table = 'participants_participant' then
                insert into core.participants_participant
                    select * from jsonb_populate_recordset(null::core.participants_participant, p_rows);
                insert into core.custody_brought (id, move_id, participant_id, said)
                    select gen_random_uuid(), p_move, (e ->> 'id')::uuid, '{{}}' from jsonb_array_elements(p_rows) e;
                return;
            end if;
            if p_table = 'custody_brought' then
                if exists (select from jsonb_array_elements(p_rows) e where not exists (
                        select from core.custody_brought b join core.custody_move o on o.id = b.move_id
                        where b.participant_id = (e ->> 'participant_id')::uuid and o.done_at is not null)) then
                    raise insufficient_privilege using message = 'added to those who came before only';
                end if;
                insert into core.custody_brought (id, move_id, participant_id, said, added_key)
                    select gen_random_uuid(), p_move, (e ->> 'participant_id')::uuid, '{{}}',
                        (e ->> 'added_key')::uuid from jsonb_array_elements(p_rows) e;
                return;
            end if;
            if exists (select from jsonb_array_elements(p_rows) e where not exists (select from core.custody_brought b
                    where b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid)) then
                raise insufficient_privilege using message = 'about those it brings only';
            end if;
            if exists (select from jsonb_array_elements(p_rows) e join core.custody_brought b
                    on b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid
                    where b.added_key is not null and (not (p_table in ('vault_key', {_ADDED}))
                        or coalesce((e ->> 'key_id')::uuid, b.added_key) <> b.added_key)) then
                raise insufficient_privilege using message = 'no more than may be added, under the key of this move';
            end if;
            if p_table = 'vault_key' then
                insert into vault.vault_key (id, key_id, door, participant_id, wrapped)
                    select gen_random_uuid(), k.key_id, access.door(), k.participant_id, k.wrapped
                        from jsonb_populate_recordset(null::vault.vault_key, p_rows) k;
                return;
            end if;
            if not (p_table in ({_TABLES})) then
                raise insufficient_privilege using message = 'no table to bring anything into';
            end if;
            if p_table = 'participants_aliastoken' then
                insert into core.participants_aliastoken (id, participant_id, token)
                    select gen_random_uuid(), (e ->> 'participant_id')::uuid, decode(t, 'hex')
                        from jsonb_array_elements(p_rows) e, jsonb_array_elements_text(e -> 'tokens') t;
                return;
            end if;
            if p_table = 'participants_membership' and exists (select from jsonb_array_elements(p_rows) e
                    where (e ->> 'staff_id')::uuid = me or not exists (
                        select from access.access_roleheld h join access.access_account a on a.id = h.account_id
                        where h.account_id = (e ->> 'staff_id')::uuid
                          and h.role in ('case_manager', 'supervisor') and a.is_active)) then
                raise insufficient_privilege using message = 'not a case manager';
            end if;
            execute format('insert into core.%I select * from jsonb_populate_recordset(null::core.%I, $1)',
                p_table, p_table) using p_rows;
        end
        """,
        ("desk",),
    ),
    Function(
        "core.remember_brought",
        "p_move uuid, p_rows jsonb",
        "void",
        f"""
        declare me uuid := access.actor(); m core.custody_move; p_kind text := 'bring';
        begin
            {_IS_OPEN}
            update core.custody_brought b set number = (e ->> 'number')::bytea,
                    said = array(select x::bytea from jsonb_array_elements_text(e -> 'said') x)
                from jsonb_array_elements(p_rows) e
                where b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid;
        end
        """,
        ("desk",),
    ),
    Function(
        # When people of these numbers came, and tokens of what was said: no names, and nobody's id.
        "core.came_before",
        "p_numbers bytea[]",
        "table(known bytea, people integer, said bytea[], at timestamptz)",
        """
        begin
            if not access.has_role('custodian') then
                raise insufficient_privilege using message = 'the custodian''s';
            end if;
            return query select b.number, count(distinct b.participant_id)::integer,
                    coalesce(array_agg(distinct s.token) filter (where s.token is not null), '{}'), max(m.done_at)
                from core.custody_brought b join core.custody_move m on m.id = b.move_id
                left join lateral unnest(b.said) as s(token) on true
                where b.number = any(p_numbers) and m.done_at is not null group by b.number;
        end
        """,
        ("desk",),
    ),
    Function(
        "core.people_brought",
        "p_move uuid, p_numbers bytea[]",
        "table(known bytea, person uuid)",
        f"""
        declare me uuid := access.actor(); m core.custody_move; p_kind text := 'bring';
        begin
            {_IS_OPEN}
            return query select b.number, (array_agg(b.participant_id))[1]
                from core.custody_brought b join core.custody_move o on o.id = b.move_id
                where b.number = any(p_numbers) and o.done_at is not null
                group by b.number having count(distinct b.participant_id) = 1;
        end
        """,
        ("desk",),
    ),
    Function(
        "core.move_done",
        "p_move uuid, p_kind text, p_people int",
        "void",
        f"""
        declare me uuid := access.actor(); m core.custody_move;
        begin
            {_IS_OPEN}
            update core.custody_move set done_at = access.now(), people = p_people where id = p_move;
            perform core.let_file_go(p_move);
        end
        """,
        ("desk",),
    ),
    Function(
        "core.let_file_go",
        "p_move uuid",
        "void",
        """
        begin
            update core.custody_move set file_gone_at = access.now() where id = p_move and file_gone_at is null
                and (by_id = access.actor() or asked_at <= access.now() - interval '1 day');
            if found then
                delete from core.custody_piece where move_id = p_move;
                delete from vault.vault_key where thing_id = (
                    select m.file_id from core.custody_move m where m.id = p_move);
            end if;
        end
        """,
        ("desk",),
    ),
    Function(
        # Files whose day is over, whether or not anybody comes by.
        "core.let_old_files_go",
        "",
        "void",
        f"""
        begin
            if not {BY_THE_HOUSE} then
                raise insufficient_privilege using message = 'the house does this by itself';
            end if;
            perform core.let_file_go(m.id) from core.custody_move m
                where m.file_gone_at is null and m.asked_at <= access.now() - interval '1 day';
        end
        """,
        ("worker",),
    ),
    Function(
        "core.take_back_move",
        "p_move uuid",
        "integer",
        f"""
        declare me uuid := access.actor(); m core.custody_move; them uuid[]; added uuid[]; keys uuid[];
            since integer;
        begin
            select * into m from core.custody_move where id = p_move for update;
            if m is null or m.by_id <> me or not access.has_role('custodian') or m.kind <> 'bring'
                    or m.done_at is null or m.undone_at is not null
                    or m.done_at < access.now() - interval '30 days' then
                raise insufficient_privilege using message = 'nothing to take back';
            end if;
            select coalesce(array_agg(b.participant_id), '{{}}') into them
                from core.custody_brought b where b.move_id = p_move and b.added_key is null;
            select coalesce(array_agg(b.participant_id), '{{}}'), coalesce(array_agg(b.added_key), '{{}}')
                into added, keys from core.custody_brought b where b.move_id = p_move and b.added_key is not null;
            -- What somebody wrote since is never taken away with it, nor what a later file added.
            select count(distinct e.chain) into since from trail.trail_trailentry e
                where e.outcome = 'done'
                  and (e.chain = any(them) or (e.chain = any(added) and e.worked_at >= m.done_at));
            if since = 0 then
                select count(*) into since from core.custody_brought b
                    where b.participant_id = any(them) and b.move_id <> p_move;
            end if;
            if since > 0 then return since; end if;
            {_UNDO}
            delete from core.participants_likeness where ref in (
                select w.id from core.participants_contactpoint w where w.key_id = any(keys));
            delete from core.connection_servicegiven where note_id in (
                select n.id from core.connection_note n where n.key_id = any(keys));
            delete from core.participants_moment where participant_id = any(added) and ref in (
                select n.id from core.connection_note n where n.key_id = any(keys));
            {_UNDO_ADDED}
            delete from vault.vault_key where key_id = any(keys);
            delete from core.participants_possiblysame where one_id = any(them) or two_id = any(them);
            delete from core.custody_brought where move_id = p_move;
            delete from core.participants_participant where id = any(them);
            delete from vault.vault_key where participant_id = any(them);
            update core.custody_move set undone_at = access.now() where id = p_move;
            return 0;
        end
        """,
        ("desk",),
    ),
    Function(
        "core.take_along",
        "p_move uuid, p_table text, p_after uuid, p_most int",
        "setof jsonb",
        f"""
        declare me uuid := access.actor(); m core.custody_move; p_kind text := 'take';
        begin
            {_IS_OPEN}
            if p_table = 'vault_key' then
                return query select to_jsonb(k) from vault.vault_key k
                    where k.door = access.door() and k.staff_id is null and k.id > p_after
                      and (k.participant_id is not null or k.contact_id is not null)
                    order by k.id limit p_most;
            elsif p_table = 'access_account' then
                return query select jsonb_build_object('id', a.id, 'username', a.username, 'name', a.name)
                    from access.access_account a join core.agency_staff s on s.id = a.id
                    where a.id > p_after order by a.id limit p_most;
            elsif p_table in ({_TAKEN}) then
                return query execute format('select to_jsonb(t) from core.%I t where t.id > $1 order by t.id limit $2',
                    p_table) using p_after, p_most;
            else
                raise insufficient_privilege using message = 'this does not leave';
            end if;
        end
        """,
        ("desk",),
    ),
]
