"""Who is on call will decide what a night shift may open, so only a checking function changes it."""

from alongside.access.wall import SIGNED_IN, Function, Policy, Wall

_SETS_IT = """
            if not (access.has_role('supervisor') or access.has_role('administrator')) then
                raise insufficient_privilege using message = 'a supervisor or administrator sets this';
            end if;
"""

WALLS = [
    Wall(
        "core.workforce_shift",
        (Policy("colleagues", on="select", using=SIGNED_IN),),
        {"desk": "select", "worker": "select"},
        keeper="select, insert, update, delete",
    )
]

FUNCTIONS = [
    Function(
        "core.put_on_call",
        "p_shift uuid, p_staff uuid, p_place text, p_from timestamptz, p_until timestamptz",
        "void",
        f"""
        begin
            {_SETS_IT}
            if exists (select from core.workforce_shift where id = p_shift) then return; end if;
            if not exists (select from core.agency_staff s join access.access_account a on a.id = s.id
                    where s.id = p_staff and a.is_active) then
                raise check_violation using message = 'does not work here';
            end if;
            insert into core.workforce_shift (id, staff_id, place, during, set_at, set_by_id)
                values (p_shift, p_staff, p_place, tstzrange(p_from, p_until), access.now(), access.actor());
        end
        """,
        ("desk",),
    ),
    Function(
        # What has been stays as it was; what runs ends now; what is to come goes.
        "core.take_off_call",
        "p_shift uuid",
        "void",
        f"""
        declare n timestamptz := access.now();
        begin
            {_SETS_IT}
            delete from core.workforce_shift where id = p_shift and lower(during) >= n;
            update core.workforce_shift set during = tstzrange(lower(during), n)
                where id = p_shift and lower(during) < n and upper(during) > n;
        end
        """,
        ("desk",),
    ),
]
