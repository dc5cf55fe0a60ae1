"""The walls: cards and words are read by all staff, counts name nobody, a reflection is its author's alone."""

from alongside.access.wall import SIGNED_IN, Function, Policy, Wall, of_agency, own_rows

# The practice lead, the administrator and the survivor adviser; nobody else words the guard.
EDITORS = ("practice_lead", "administrator", "adviser")
WORDS_THE_GUARD = "(select " + " or ".join(f"access.has_role('{role}')" for role in EDITORS) + ")"

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
    Wall(
        "core.practice_guardentry",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("editors add", on="insert", check=WORDS_THE_GUARD),
            Policy("editors reword", on="update", using=WORDS_THE_GUARD, check=WORDS_THE_GUARD),
        ),
        {"desk": "select, insert, update"},
        excuse="the agency's own words; no participant's data",
    ),
    own_rows("core.practice_reflection", "by_id", "select, insert, update, delete"),
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
