"""Who comes in, in which roles and by which link: the keeper's functions, and the second person they ask for.

A role that opens records, or that may agree to one, is given by two: an administrator asks, and another
administrator, a supervisor or a program director agrees. So no administrator can make up a colleague who then
agrees with them. Until anybody's record or call is kept here there is nothing to open, and one person sets up alone.
"""

from alongside.access.roles import NEED_A_SECOND
from alongside.access.wall import Function, Policy, Wall

_ADMINISTRATOR = "access.has_role('administrator')"
_AGREES = f"({_ADMINISTRATOR} or access.has_role('supervisor') or access.has_role('director'))"
_OPENING = "array[" + ", ".join(f"'{role}'" for role in NEED_A_SECOND) + "]"
# Real time: a link and an agreement end even where the test clock stands still.
_NOW = "clock_timestamp()"

# Signed out wherever they are signed in, and second factors gone, so that they are set up anew.
ENDS_WHAT_IS_OPEN = """delete from access.access_session where account_id = {account};
                delete from access.mfa_authenticator where user_id = {account};"""

WALLS = [
    Wall(
        "access.access_invitation",
        (Policy("administrators", on="select", using=f"(select {_ADMINISTRATOR})", to=("desk",)),),
        # Not the hash: whoever comes in shows it, so nobody may read it.
        {
            "desk": "select (id, account_id, mends, made_at, made_by_id, expires_at, used_at, revoked_at)",
        },
        keeper="select, insert, update",
    ),
    Wall(
        "access.access_agreement",
        (Policy("those who may agree", on="select", using=f"(select {_AGREES})", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
]


def _only_an_administrator(does: str) -> str:
    return f"""
            if not {_ADMINISTRATOR} then
                raise insufficient_privilege using message = 'only an administrator {does}';
            end if;
    """


_CHECK_LINK = f"""
            select * into i from access.access_invitation where hash = p_hash and used_at is null
                and revoked_at is null and expires_at > {_NOW};
"""

FUNCTIONS = [
    Function(
        # Which of these roles wait for a second person; none while nobody's record or call is kept here.
        "access.waiting_roles",
        "p_account uuid, p_roles text[]",
        "text[]",
        f"""
        begin
            if not exists (select from core.participants_participant)
                and not exists (select from core.frontdoor_contact) then return '{{}}'; end if;
            return array(select r from unnest(p_roles) r where r = any({_OPENING}) and not exists (
                select from access.access_roleheld h where h.account_id = p_account and h.role = r) order by r);
        end
        """,
        (),
        "stable",
    ),
    Function(
        "access.give_roles",
        "p_account uuid, p_roles text[], p_waiting text[]",
        "void",
        f"""
        begin
            delete from access.access_roleheld where account_id = p_account
                and role <> all(coalesce(p_roles, '{{}}'));
            insert into access.access_roleheld (id, account_id, role)
                select gen_random_uuid(), p_account, r from unnest(p_roles) r where r <> all(p_waiting)
                on conflict (account_id, role) do nothing;
            if exists (select from access.access_agreement where account_id = p_account and kind = 'roles'
                    and outcome = '' and roles::text[] = p_waiting and expires_at > {_NOW}) then return; end if;
            update access.access_agreement set outcome = 'withdrawn', answered_at = {_NOW},
                answered_by_id = access.actor() where account_id = p_account and kind = 'roles' and outcome = '';
            if p_waiting <> '{{}}' then
                insert into access.access_agreement (id, account_id, kind, roles, asked_by_id, asked_at,
                    expires_at, outcome) values (gen_random_uuid(), p_account, 'roles', p_waiting,
                    access.actor(), {_NOW}, {_NOW} + interval '3 days', '');
            end if;
        end
        """,
        (),
    ),
    Function(
        # Without a password of their own yet: the account opens by a link, or stays shut.
        "access.admit",
        "p_account uuid, p_username text, p_password text, p_name text, p_roles text[]",
        "text[]",
        f"""
        declare waiting text[];
        begin
            if exists (select from access.access_account) and not {_ADMINISTRATOR} then
                raise insufficient_privilege using message = 'only an administrator admits staff';
            end if;
            insert into access.access_account (id, username, password, name, door, is_active, added_at)
                values (p_account, p_username, p_password, p_name, access.door(), true, access.now());
            waiting := access.waiting_roles(p_account, p_roles);
            perform access.give_roles(p_account, p_roles, waiting);
            return waiting;
        end
        """,
        ("desk",),
    ),
    Function(
        "access.set_roles",
        "p_account uuid, p_roles text[]",
        "text[]",
        f"""
        declare waiting text[];
        begin
            {_only_an_administrator("changes roles")}
            if p_account = access.actor() and 'administrator' <> all(coalesce(p_roles, '{{}}')) then
                raise check_violation using message = 'another administrator takes this role from you';
            end if;
            if not exists (select from access.access_account where id = p_account and is_active) then
                raise check_violation using message = 'does not work here';
            end if;
            waiting := access.waiting_roles(p_account, p_roles);
            perform access.give_roles(p_account, p_roles, waiting);
            return waiting;
        end
        """,
        ("desk",),
    ),
    Function(
        "access.ask_for_access",
        "p_id uuid, p_account uuid",
        "void",
        f"""
        begin
            {_only_an_administrator("asks for this")}
            if exists (select from access.access_agreement where id = p_id) then return; end if;
            if p_account = access.actor() then
                raise check_violation using message = 'another administrator asks for you';
            end if;
            update access.access_agreement set outcome = 'withdrawn' where account_id = p_account
                and kind = 'access' and outcome in ('', 'agreed') and expires_at <= {_NOW};
            insert into access.access_agreement (id, account_id, kind, roles, asked_by_id, asked_at, expires_at,
                outcome) values (p_id, p_account, 'access', '{{}}', access.actor(), {_NOW},
                {_NOW} + interval '1 day', '');
        end
        """,
        ("desk",),
    ),
    Function(
        # Whoever asked may only take it back; nobody agrees about themselves; a new password needs two
        # administrators.
        "access.answer",
        "p_id uuid, p_yes boolean",
        "void",
        f"""
        declare a access.access_agreement; me uuid := access.actor();
        begin
            select * into a from access.access_agreement where id = p_id for update;
            if a is null or not {_AGREES} then
                raise insufficient_privilege using message = 'not asked of you';
            end if;
            if a.outcome <> '' or a.expires_at <= {_NOW} then
                raise check_violation using message = 'its time is over';
            end if;
            if p_yes and (me = a.asked_by_id or me = a.account_id
                    or (a.kind = 'access' and not {_ADMINISTRATOR})) then
                raise insufficient_privilege using message = 'a second person agrees';
            end if;
            if p_yes and not exists (select from access.access_roleheld h join access.access_account c
                    on c.id = h.account_id where c.id = a.asked_by_id and c.is_active
                    and h.role = 'administrator') then
                raise check_violation using message = 'its time is over';
            end if;
            update access.access_agreement set answered_by_id = me, answered_at = {_NOW},
                outcome = case when p_yes then 'agreed' when me = a.asked_by_id then 'withdrawn'
                    else 'declined' end where id = p_id;
            if p_yes and a.kind = 'roles' then
                insert into access.access_roleheld (id, account_id, role)
                    select gen_random_uuid(), a.account_id, r from unnest(a.roles) r
                    where exists (select from access.access_account where id = a.account_id and is_active)
                    on conflict (account_id, role) do nothing;
            end if;
        end
        """,
        ("desk",),
    ),
    Function(
        # A new link ends the one before. Somebody who has a password gets another only by two administrators.
        "access.invite",
        "p_id uuid, p_account uuid, p_hash bytea, p_days integer",
        "void",
        f"""
        declare c access.access_account; agreed uuid;
        begin
            {_only_an_administrator("makes a link")}
            select * into c from access.access_account where id = p_account and is_active for update;
            if c is null then raise check_violation using message = 'does not work here'; end if;
            if left(c.password, 1) <> '!' then
                update access.access_agreement set outcome = 'done' where account_id = p_account
                    and kind = 'access' and outcome = 'agreed' and expires_at > {_NOW} returning id into agreed;
                if agreed is null then
                    raise insufficient_privilege using message = 'a second administrator agrees first';
                end if;
            end if;
            update access.access_invitation set revoked_at = {_NOW}
                where account_id = p_account and used_at is null and revoked_at is null;
            insert into access.access_invitation (id, account_id, hash, mends, made_at, made_by_id, expires_at)
                values (p_id, p_account, p_hash, agreed is not null, {_NOW}, access.actor(),
                        {_NOW} + make_interval(days => least(p_days, 7)));
        end
        """,
        ("desk",),
    ),
    Function(
        "access.revoke_link",
        "p_account uuid",
        "void",
        f"""
        begin
            {_only_an_administrator("takes a link back")}
            update access.access_invitation set revoked_at = {_NOW}
                where account_id = p_account and used_at is null and revoked_at is null;
        end
        """,
        ("desk",),
    ),
    Function(
        # Whose link this is, while it is good. Whoever holds it is not signed in.
        "access.invited",
        "p_hash bytea",
        "uuid",
        f"""
        declare i access.access_invitation;
        begin
            {_CHECK_LINK}
            return (select id from access.access_account
                where id = i.account_id and is_active and door = access.door());
        end
        """,
        ("desk", "workspace"),
        "stable",
    ),
    Function(
        "access.begin_by_link",
        "p_hash bytea, p_password text",
        "uuid",
        f"""
        declare i access.access_invitation; who uuid;
        begin
            perform from access.access_invitation where hash = p_hash for update;
            {_CHECK_LINK}
            update access.access_account set password = p_password
                where id = i.account_id and is_active and door = access.door() returning id into who;
            if who is not null then
                update access.access_invitation set used_at = {_NOW} where id = i.id;
                {ENDS_WHAT_IS_OPEN.format(account="who")}
            end if;
            return who;
        end
        """,
        ("desk", "workspace"),
    ),
    Function(
        # Shut at once: no session, factor, role, password or link, nothing asked. Opening it again gives none back.
        "access.set_open",
        "p_account uuid, p_open boolean",
        "void",
        f"""
        begin
            {_only_an_administrator("closes or opens an account")}
            if p_account = access.actor() then
                raise check_violation using message = 'another administrator closes yours';
            end if;
            update access.access_account set is_active = p_open, password = '!' || gen_random_uuid()
                where id = p_account and is_active <> p_open;
            if not p_open then
                {ENDS_WHAT_IS_OPEN.format(account="p_account")}
                delete from access.access_roleheld where account_id = p_account;
                update access.access_invitation set revoked_at = {_NOW}
                    where account_id = p_account and used_at is null and revoked_at is null;
                update access.access_agreement set outcome = 'withdrawn', answered_at = {_NOW}
                    where p_account in (account_id, asked_by_id) and outcome in ('', 'agreed')
                    and not (kind = 'roles' and outcome = 'agreed');
            end if;
        end
        """,
        ("desk",),
    ),
    Function(
        # For whoever runs the machine and holds its keys, where an agency has one administrator only.
        "access.operator_agrees",
        "p_username text",
        "integer",
        f"""
        declare n integer;
        begin
            insert into access.access_roleheld (id, account_id, role)
                select gen_random_uuid(), a.account_id, r from access.access_agreement a
                join access.access_account c on c.id = a.account_id, unnest(a.roles) r
                where lower(c.username) = lower(p_username) and c.is_active and a.kind = 'roles'
                and a.outcome = '' and a.expires_at > {_NOW} on conflict (account_id, role) do nothing;
            update access.access_agreement a set outcome = 'agreed', answered_at = {_NOW}
                from access.access_account c where c.id = a.account_id and a.outcome = ''
                and lower(c.username) = lower(p_username) and a.expires_at > {_NOW};
            get diagnostics n = row_count;
            return n;
        end
        """,
        ("owner",),
    ),
    Function(
        "access.operator_invites",
        "p_username text, p_hash bytea",
        "boolean",
        f"""
        declare who uuid;
        begin
            select id into who from access.access_account
                where lower(username) = lower(p_username) and door = 'desk' and is_active;
            if who is null then return false; end if;
            update access.access_invitation set revoked_at = {_NOW}
                where account_id = who and used_at is null and revoked_at is null;
            insert into access.access_invitation (id, account_id, hash, mends, made_at, expires_at)
                values (gen_random_uuid(), who, p_hash, true, {_NOW}, {_NOW} + interval '1 day');
            return true;
        end
        """,
        ("owner",),
    ),
]
