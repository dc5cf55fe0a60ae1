"""The walls around referrals, and the two counts that leave them: what is stuck, and how often a way led there."""

from alongside.access.wall import Function, of_participant
from alongside.referrals.rules import MONTHS_COUNTED

_DRAFTED = (
    "listing_id, agency_id, provider, called, need, fit, goal, instead_of_id, ways, together_at, information,"
    " purpose, method, text, cost, who_pays, can_see"
)
_GOING = (
    "state, state_at, holds, held_at, disclosure_id, introduced_on, first_contact_on, went, follow_up_on, version,"
    " changed_at, changed_by_id, removed_at"
)
WALLS = [
    of_participant(
        "core.referrals_referral",
        f"select, insert, update ({_DRAFTED}, {_GOING})",
        author="by_id",
        keeper="select",
    ),
    of_participant("core.referrals_turn", "select, insert, update (removed_at)", author="by_id"),
    # The day a place was joined is in no grant: nobody moves it.
    of_participant(
        "core.referrals_waitingplace",
        "select, insert, update (said_wait, every_days, checked_on, next_on, offer, interim, version,"
        " changed_at, changed_by_id)",
        author="by_id",
    ),
    of_participant("core.referrals_waitcheck", author="by_id"),
    of_participant("core.referrals_partneranswer", "select, insert, update (seen_at)", author="by_id"),
    of_participant(
        "core.referrals_systembarrier",
        "select, insert, update (removed_at)",
        author="by_id",
        keeper="select",
    ),
]

FUNCTIONS = [
    # The twelve months that ended last, and no cell below five: nobody chooses a span that could be taken from another.
    Function(
        "core.barrier_counts",
        "",
        "table(system text, stuck text, times bigint)",
        f"""
        declare
            ends date := date_trunc('month', access.now() at time zone 'UTC')::date;
            begins date := ends - interval '{MONTHS_COUNTED} months';
        begin
            if not (access.has_role('director') or access.has_role('supervisor')) then
                raise insufficient_privilege using message = 'counts are the director''s and the supervisor''s';
            end if;
            return query
            select b.system::text, b.stuck::text, case when count(*) >= 5 then count(*) end
                from core.referrals_systembarrier b
                where b.removed_at is null and b."on" >= begins and b."on" < ends
                group by b.system, b.stuck;
        end
        """,
        ("desk",),
        "stable",
    ),
    # Of the last four ways to a partner that were settled before this month, how many led there. Fewer tell nothing,
    # and what somebody chose for themselves is no finding about anybody.
    Function(
        "core.reliability",
        "p_agency uuid",
        "bigint",
        """
        declare found bigint; settled bigint;
        begin
            if access.actor() is null then
                raise insufficient_privilege using message = 'for staff';
            end if;
            select count(*), count(*) filter (where q.state = 'connected') into settled, found from (
                select r.state from core.referrals_referral r
                    where r.removed_at is null and r.disclosure_id is not null
                      and r.agency_id = p_agency
                      and r.state in ('connected', 'not_provider', 'another_way')
                      and r.state_at < date_trunc('month', access.now())
                    order by r.state_at desc, r.id limit 4) q;
            return case when settled >= 4 then found end;
        end
        """,
        ("desk",),
        "stable",
    ),
]
