"""The walls around the partner's door: who sits there, what opens to them of ours, and how it shuts at once.

A seat opens something only while its contact is ours, we work with their agency, and it is not law enforcement.
`shared.my_partner` asks that anew at every statement; the triggers end sessions, links and factors besides.
"""

from alongside.access.links import DAYS
from alongside.access.wall import SIGNED_IN, Function, Policy, Wall

_KEEPS = "(access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director'))"
# Real time: a link ends even where the test clock stands still.
_NOW = "clock_timestamp()"
_SITS = "c.until is null and a.ended_on is null and a.kind <> 'law_enforcement'"

_only_those_who_keep = f"""if not {_KEEPS} then
                raise insufficient_privilege using message = 'for those who work with partners';
            end if;"""

WALLS = [
    Wall(
        "core.partners_seat",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
    Wall(
        "core.partners_seatasked",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
]


def shuts_a_seat(table: str, columns: str) -> str:
    """A trigger: whoever is no contact of ours any more is signed out at once."""
    return f"""
        drop trigger if exists shuts_seats on {table};
        create trigger shuts_seats after update of {columns} on {table}
            for each row execute function core.shut_seats()
    """


FUNCTIONS = [
    Function(
        # The agency whose point of contact acts at the partner's door just now; nobody's anywhere else.
        "shared.my_partner",
        "",
        "uuid",
        f"""
        begin
            if access.door() <> 'workspace' then return null; end if;
            return (select c.agency_id from core.partners_seat s
                join core.partners_pointofcontact c on c.id = s.contact_id
                join core.partners_partneragency a on a.id = c.agency_id
                join access.access_account t on t.id = s.account_id
                where s.account_id = access.actor() and t.is_active and t.door = 'workspace' and {_SITS});
        end
        """,
        ("workspace",),
        "stable",
    ),
    Function(
        # What stands at the head of the partner's pages: our outward name, and theirs once they are signed in.
        "shared.names",
        "",
        "table(umbrella text, zone text, partner text)",
        """
        begin
            return query select g.umbrella_name::text, g.time_zone::text, (select a.name::text
                from core.partners_partneragency a where a.id = shared.my_partner())
                from core.agency_agency g;
        end
        """,
        ("workspace",),
        "stable",
    ),
    Function(
        "shared.my_agreements",
        "",
        "table(kind text, parties text, scope text, may_share text, starts_on date, ends_on date)",
        """
        begin
            return query select g.kind::text, g.parties, g.scope, g.may_share, g.starts_on, g.ends_on
                from core.partners_partneragreement g where g.agency_id = shared.my_partner()
                order by g.ends_on desc nulls first, g.id;
        end
        """,
        ("workspace",),
        "stable",
    ),
    Function(
        # What both said they would do, about nobody, while it is open.
        "shared.my_commitments",
        "",
        "table(side text, words text, by_when date)",
        """
        begin
            return query select c.side::text, c.words, c.by_when from core.partners_commitment c
                where c.agency_id = shared.my_partner() and c.state in ('open', 'renegotiated')
                order by c.by_when nulls last, c.id;
        end
        """,
        ("workspace",),
        "stable",
    ),
    Function(
        "core.shut_seat",
        "p_account uuid",
        "void",
        f"""
        begin
            update access.access_account set is_active = false, password = '!' || gen_random_uuid()
                where id = p_account and door = 'workspace';
            update access.access_invitation set revoked_at = {_NOW}
                where account_id = p_account and used_at is null and revoked_at is null;
            delete from access.access_session where account_id = p_account and door = 'workspace';
            delete from access.mfa_authenticator
                where user_id = p_account and door = 'alongside_workspace';
        end
        """,
        (),
    ),
    Function(
        "core.shut_seats",
        "",
        "trigger",
        f"""
        begin
            perform core.shut_seat(s.account_id) from core.partners_seat s
                join core.partners_pointofcontact c on c.id = s.contact_id
                join core.partners_partneragency a on a.id = c.agency_id
                where not ({_SITS}) and (case when tg_table_name = 'partners_pointofcontact'
                    then c.id else a.id end) = new.id;
            return null;
        end
        """,
        ("owner",),
    ),
    Function(
        # One asks. What was asked before and is over makes room; a name that is taken is said at once.
        "core.ask_for_seat",
        "p_id uuid, p_contact uuid, p_username text",
        "void",
        f"""
        declare me uuid := access.actor(); sits boolean; known text;
        begin
            {_only_those_who_keep}
            if exists (select from core.partners_seatasked where id = p_id) then return; end if;
            select {_SITS} into sits from core.partners_pointofcontact c
                join core.partners_partneragency a on a.id = c.agency_id where c.id = p_contact for update of c;
            if not coalesce(sits, false) then
                raise check_violation using message = 'no page for them';
            end if;
            select username into known from core.partners_seat where contact_id = p_contact;
            if known is null and exists (select from access.access_account
                    where door = 'workspace' and lower(username) = lower(p_username)) then
                raise check_violation using message = 'a_sign_in_name_is_taken';
            end if;
            update core.partners_seatasked set outcome = 'withdrawn', answered_at = access.now()
                where contact_id = p_contact and outcome in ('', 'agreed') and expires_at <= {_NOW};
            insert into core.partners_seatasked (id, contact_id, username, asked_at, asked_by_id, expires_at,
                    outcome)
                values (p_id, p_contact, coalesce(known, p_username), access.now(), me, {_NOW} + interval '{DAYS} days',
                    '');
        end
        """,
        ("desk",),
    ),
    Function(
        # A second person agrees or not; whoever asked may only take it back.
        "core.answer_seat",
        "p_id uuid, p_yes boolean",
        "void",
        f"""
        declare a core.partners_seatasked; me uuid := access.actor();
        begin
            {_only_those_who_keep}
            select * into a from core.partners_seatasked where id = p_id for update;
            if a.id is null or a.outcome not in ('', 'agreed') or a.expires_at <= {_NOW}
                    or (p_yes and a.outcome <> '') then
                raise check_violation using message = 'its time is over';
            end if;
            if p_yes and me = a.asked_by_id then
                raise insufficient_privilege using message = 'a second person agrees';
            end if;
            if p_yes and not exists (select from access.access_roleheld h join access.access_account c
                    on c.id = h.account_id where c.id = a.asked_by_id and c.is_active
                    and h.role in ('case_manager', 'supervisor', 'director')) then
                raise check_violation using message = 'its time is over';
            end if;
            update core.partners_seatasked set answered_at = access.now(), answered_by_id = me,
                outcome = case when p_yes then 'agreed' when me = a.asked_by_id then 'withdrawn'
                    else 'declined' end where id = p_id;
        end
        """,
        ("desk",),
    ),
    Function(
        # A link for a contact of ours, once two have said so. It ends what stood before: sessions, factors,
        # password, link.
        "core.invite_contact",
        "p_contact uuid, p_account uuid, p_invitation uuid, p_hash bytea",
        "uuid",
        f"""
        declare me uuid := access.actor(); named text; sits boolean; who uuid; agreed core.partners_seatasked;
        begin
            {_only_those_who_keep}
            select * into agreed from core.partners_seatasked where contact_id = p_contact
                and outcome = 'agreed' and expires_at > {_NOW} for update;
            if agreed.id is null then
                raise insufficient_privilege using message = 'a second person agrees first';
            end if;
            update core.partners_seatasked set outcome = 'done' where id = agreed.id;
            select c.name, {_SITS} into named, sits from core.partners_pointofcontact c
                join core.partners_partneragency a on a.id = c.agency_id where c.id = p_contact for update of c;
            if not coalesce(sits, false) then
                raise check_violation using message = 'no page for them';
            end if;
            select account_id into who from core.partners_seat where contact_id = p_contact;
            if who is null then
                who := p_account;
                insert into access.access_account (id, username, name, door, is_active, password, added_at)
                    values (who, agreed.username, named, 'workspace', true, '!' || gen_random_uuid(), {_NOW});
                insert into core.partners_seat (id, contact_id, account_id, username, link_at, link_by_id)
                    values (gen_random_uuid(), p_contact, who, agreed.username, access.now(), me);
            else
                perform core.shut_seat(who);
                update access.access_account set is_active = true where id = who;
                update core.partners_seat set link_at = access.now(), link_by_id = me where account_id = who;
            end if;
            insert into access.access_invitation (id, account_id, hash, mends, made_at, made_by_id, expires_at)
                values (p_invitation, who, p_hash, false, {_NOW}, me, {_NOW} + interval '{DAYS} days');
            return who;
        end
        """,
        ("desk",),
    ),
]
