"""The walls: cards are read by all staff, counted without a name, and a reflection is its author's alone."""

from alongside.access.wall import SIGNED_IN, Function, Joined, Policy, Wall, of_agency, own_rows

WALLS = [
    Wall(
        "core.practice_card",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select",
        excuse="the agency's own cards; no participant's data",
    ),
    of_agency("core.practice_cardwording", who="practice_lead"),
    Wall(
        "core.practice_cardtally",
        (Policy("practice lead reads", on="select", using="(select access.has_role('practice_lead'))"),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
    own_rows("core.practice_reflection", "by_id", "select, insert, update, delete"),
]

_TAKES_OVER = "(select access.has_role('administrator'))"

# An administrator takes another agency's cards over with its set-up file.
JOINED = [
    Joined("core.practice_cardwording", Policy("taken over", on="insert", check=_TAKES_OVER)),
    Joined(
        "core.practice_cardwording",
        Policy("taken over anew", on="update", using=_TAKES_OVER, check=_TAKES_OVER),
    ),
]

FUNCTIONS = [
    Function(
        # Adds one to a plain number: no worker, no participant and no hour goes with it.
        "core.count_card",
        "p_card uuid, p_helped boolean",
        "void",
        """
        begin
            if access.actor() is null then
                raise insufficient_privilege using message = 'staff count a card';
            end if;
            insert into core.practice_cardtally (id, card_id, month, helped, not_really)
                values (gen_random_uuid(), p_card, date_trunc('month', access.now() at time zone 'UTC')::date,
                        p_helped::int, (not p_helped)::int)
                on conflict (card_id, month) do update
                set helped = core.practice_cardtally.helped + excluded.helped,
                    not_really = core.practice_cardtally.not_really + excluded.not_really;
        end
        """,
        ("desk",),
    ),
]
