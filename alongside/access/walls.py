"""The walls around the ground: accounts, sessions, second factors, keys and the trail."""

from alongside.access import admission_walls, factor_walls, password_walls, session_walls
from alongside.access.factor_walls import OWN_DOOR
from alongside.access.wall import DOORS, ME, SIGNED_IN, Function, Policy, Wall

EACH_DOOR = "each door its own"
_THEIR_DOOR = "door = current_user"
_THIS_DOOR = "door = access.door()"
_WITH_ACCOUNTS = ("desk", "workspace")


def _unused(table: str) -> Wall:
    return Wall(table, excuse="no door has any right to it", dumped=True)


WALLS = [
    Wall(
        "access.access_account",
        (
            Policy("accounts of this door", on="select", using=_THIS_DOOR, to=_WITH_ACCOUNTS),
            Policy("whoever asked for a job", on="select", using="true", to=("worker",)),
            Policy(
                "holding one's own", on="update", using=f"id = {ME}", check=f"id = {ME}", to=_WITH_ACCOUNTS
            ),
        ),
        {
            **dict.fromkeys(
                _WITH_ACCOUNTS, "select (id, username, name, door, is_active, added_at, mark), update (mark)"
            ),
            "worker": "select (id, name, is_active)",
        },
        keeper="select, insert, update",
        also=password_walls.MARKS,
    ),
    Wall(
        "access.access_roleheld",
        (Policy("roles are no secret", on="select", using="true"),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, delete",
    ),
    Wall(
        "access.access_signingkey",
        (Policy("raised by the owner", using="true", check="true", to=("owner",)),),
        keeper="select",
        dumped=False,
    ),
    *session_walls.WALLS,
    *factor_walls.WALLS,
    Wall(
        "access.access_ledger",
        (Policy(EACH_DOOR, using=_THEIR_DOOR, check=_THEIR_DOOR, to=_WITH_ACCOUNTS),),
        dict.fromkeys(_WITH_ACCOUNTS, "select, insert, update, delete"),
        excuse="counts of tries under keyed hashes, for minutes",
        dumped=False,
    ),
    Wall(
        "access.account_emailaddress",
        (Policy(EACH_DOOR, on="select", using=_THEIR_DOOR, to=_WITH_ACCOUNTS),),
        dict.fromkeys(_WITH_ACCOUNTS, "select"),
        also=OWN_DOOR.format("access.account_emailaddress"),
    ),
    _unused("access.account_emailconfirmation"),
    _unused("access.auth_group"),
    _unused("access.auth_group_permissions"),
    _unused("access.auth_permission"),
    _unused("access.django_content_type"),
    _unused("core.django_migrations"),
    Wall(
        "access.clock_clocksetting",
        (Policy("the test clock", using="true", check="true", to=("desk", "worker", "workspace")),),
        {"desk": "select, insert, update", "worker": "select", "workspace": "select"},
        excuse="the test clock; read and written only where one exists",
    ),
    Wall(
        "vault.vault_key",
        (
            Policy(
                "a worker's own",
                using=f"staff_id = {ME}",
                check=f"staff_id = {ME} and participant_id is null and contact_id is null and thing_id is null"
                f" and {_THIS_DOOR}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert", "worker": "select"},
        keeper="select, insert, update, delete",
        dumped=False,
    ),
    Wall(
        "trail.trail_trailentry",
        (Policy("one's own doings", on="select", using=f"actor = {ME} or chain = {ME}", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
        also="""
            create or replace function trail.is_append_only() returns trigger language plpgsql as $body$
            begin raise exception 'the trail is append-only'; end $body$;
            revoke execute on function trail.is_append_only() from public;
            drop trigger if exists append_only on trail.trail_trailentry;
            drop trigger if exists append_only_at_all on trail.trail_trailentry;
            create trigger append_only before update or delete on trail.trail_trailentry
                for each row execute function trail.is_append_only();
            create trigger append_only_at_all before truncate on trail.trail_trailentry
                for each statement execute function trail.is_append_only()
        """,
    ),
    Wall("trail.trail_trailhead", keeper="select, insert, update"),
    *admission_walls.WALLS,
]

FUNCTIONS = [
    Function(
        "access.door",
        "",
        "text",
        """
        declare r text := coalesce(nullif(nullif(current_setting('role', true), ''), 'none'), session_user);
        begin return replace(r, 'alongside_', ''); end
        """,
        DOORS,
        "stable",
    ),
    Function(
        "access.actor",
        "",
        "uuid",
        """
        declare
            t text := current_setting('alongside.actor', true);
            k access.access_signingkey;
        begin
            if coalesce(t, '') = '' then return null; end if;
            select * into k from access.access_signingkey where door = access.door();
            if split_part(t, '.', 3) is distinct from encode(sha256(k.opad || sha256(k.ipad || convert_to(
                concat_ws('|', access.door(), pg_current_xact_id_if_assigned(), 'actor', split_part(t, '.', 1),
                split_part(t, '.', 2)), 'UTF8'))), 'hex')
            then return null; end if;
            return split_part(t, '.', 1)::uuid;
        end
        """,
        DOORS,
        "stable",
    ),
    Function(
        # Whether whoever acts has shown just now that it is them, with their second factor where they have one.
        "access.is_fresh",
        "",
        "boolean",
        """
        begin
            return access.actor() is not null
                and split_part(current_setting('alongside.actor', true), '.', 2) = 'fresh';
        end
        """,
        _WITH_ACCOUNTS,
        "stable",
    ),
    Function(
        # Whether this door's process said so in this transaction; for what is done before anybody is signed in.
        "access.was_said",
        "p_said text, p_sign text",
        "boolean",
        """
        declare k access.access_signingkey;
        begin
            select * into k from access.access_signingkey where door = access.door();
            return coalesce(p_sign = encode(sha256(k.opad || sha256(k.ipad || convert_to(
                concat_ws('|', access.door(), pg_current_xact_id_if_assigned(), p_said), 'UTF8'))), 'hex'), false);
        end
        """,
        (),
        "stable",
    ),
    Function(
        # The roles of whoever acts. The actor is asked once and not for every row: it is checked each time.
        "access.held",
        "",
        "text[]",
        """
        declare me uuid := access.actor();
        begin
            return coalesce((select array_agg(h.role) from access.access_roleheld h join access.access_account a
                on a.id = h.account_id where h.account_id = me and a.is_active), '{}');
        end
        """,
        ("desk", "worker"),
        "stable",
    ),
    Function(
        "access.has_role",
        "wanted text",
        "boolean",
        "begin return wanted = any(access.held()); end",
        ("desk", "worker"),
        "stable",
    ),
    Function(
        # Only what has no key yet gets one, so that nobody slips a key of their own under another's words.
        "access.share_key",
        "p_thing uuid, p_key uuid, p_wrapped bytea",
        "void",
        """
        begin
            if access.actor() is null or p_thing is null then
                raise insufficient_privilege using message = 'staff share a key';
            end if;
            if exists (select from vault.vault_key k where k.thing_id = p_thing) then
                raise unique_violation using message = 'has a key';
            end if;
            insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
                values (gen_random_uuid(), p_key, access.door(), p_thing, p_wrapped);
        end
        """,
        ("desk",),
    ),
    Function(
        # Wrapped keys are in no copy of the data; this gives them to the copy of the keys alone.
        "vault.keys_to_keep",
        "",
        "table(id uuid, key_id uuid, door varchar, participant_id uuid, contact_id uuid, staff_id uuid,"
        " thing_id uuid, wrapped bytea)",
        """
        begin
            return query select k.id, k.key_id, k.door, k.participant_id, k.contact_id, k.staff_id,
                k.thing_id, k.wrapped
                from vault.vault_key k;
        end
        """,
        ("backup",),
        "stable",
    ),
    Function(
        # Nobody is in no chain. At the partner's door nobody writes into another's.
        "trail.append",
        "p_chain uuid, p_act text, p_outcome text, p_kind text, p_ref uuid, p_worked timestamptz",
        "void",
        """
        declare who uuid := access.actor();
        begin
            if who is null then
                raise insufficient_privilege using message = 'the trail says who';
            end if;
            if access.door() not in ('desk', 'worker') then p_chain := who; end if;
            perform trail.link(p_chain, who, p_act, p_outcome, p_kind, p_ref, p_worked);
        end
        """,
        DOORS,
    ),
    Function(
        "trail.link",
        "p_chain uuid, p_who uuid, p_act text, p_outcome text, p_kind text, p_ref uuid, p_worked timestamptz",
        "void",
        """
        declare
            h trail.trail_trailhead;
            seen timestamptz := clock_timestamp();
            new_link bytea;
        begin
            insert into trail.trail_trailhead (chain, place, link) values (p_chain, 0, ''::bytea)
                on conflict (chain) do update set place = trail.trail_trailhead.place
                returning * into h;
            new_link := sha256(h.link || convert_to(concat_ws('|', p_chain, h.place + 1,
                extract(epoch from seen), extract(epoch from p_worked), access.door(), p_who, p_act, p_outcome,
                p_kind, p_ref), 'UTF8'));
            insert into trail.trail_trailentry
                (id, chain, place, at, worked_at, door, actor, act, outcome, kind, ref, link)
                values (gen_random_uuid(), p_chain, h.place + 1, seen, p_worked, access.door(), p_who, p_act,
                        p_outcome, p_kind, p_ref, new_link);
            update trail.trail_trailhead set place = h.place + 1, link = new_link where chain = p_chain;
        end
        """,
        (),
    ),
    Function(
        "trail.broken_chains",
        "",
        "table(chain uuid, place bigint)",
        """
        begin
            return query
            with linked as (
                select e.*, coalesce(lag(e.link) over (partition by e.chain order by e.place), ''::bytea) as before,
                       row_number() over (partition by e.chain order by e.place) as expected
                from trail.trail_trailentry e)
            select l.chain, l.place from linked l
            where l.place <> l.expected or l.link <> sha256(l.before || convert_to(concat_ws('|', l.chain,
                l.place, extract(epoch from l.at), extract(epoch from l.worked_at), l.door, l.actor, l.act,
                l.outcome, l.kind, l.ref), 'UTF8'))
            union
            select h.chain, h.place from trail.trail_trailhead h
            where h.place <> (select count(*) from trail.trail_trailentry e where e.chain = h.chain)
               or (h.place > 0 and h.link is distinct from (select e.link from trail.trail_trailentry e
                     where e.chain = h.chain order by e.place desc limit 1));
        end
        """,
        ("worker", "backup"),
    ),
    *session_walls.FUNCTIONS,
    *factor_walls.FUNCTIONS,
    *admission_walls.FUNCTIONS,
    *password_walls.FUNCTIONS,
]
__all__ = ["FUNCTIONS", "SIGNED_IN", "WALLS"]
