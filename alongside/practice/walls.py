"""The walls: cards are read by all staff, counted without a name, and a reflection is its author's alone."""

from dataclasses import replace

from alongside.access.wall import SIGNED_IN, Function, Policy, Wall, of_agency, own_rows

WALLS = [
    Wall(
        "core.practice_card",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select",
        excuse="the agency's own cards; no participant's data",
    ),
    replace(of_agency("core.practice_cardwording", who="practice_lead"), keeper="select, insert, update"),
    Wall(
        "core.practice_cardtally",
        (Policy("practice lead reads", on="select", using="(select access.has_role('practice_lead'))"),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
    own_rows("core.practice_reflection", "by_id", "select, insert, update, delete"),
]

FUNCTIONS = [
    Function(
        # With another agency's set-up file an administrator takes its cards over, and words none otherwise.
        "core.take_card",
        "p_card text, p_language text, p_title text, p_words text",
        "void",
        """
        begin
            if not access.has_role('administrator') then
                raise insufficient_privilege using message = 'an administrator takes cards over';
            end if;
            insert into core.practice_cardwording
                (id, card_id, language, title, words, version, changed_at, changed_by_id)
                select gen_random_uuid(), c.id, p_language, p_title, p_words, 1, access.now(), access.actor()
                from core.practice_card c where c.key = p_card
                on conflict (card_id, language) do update set title = excluded.title, words = excluded.words,
                    version = core.practice_cardwording.version + 1, changed_at = excluded.changed_at,
                    changed_by_id = excluded.changed_by_id
                where (core.practice_cardwording.title, core.practice_cardwording.words)
                    is distinct from (excluded.title, excluded.words);
        end
        """,
        ("desk",),
    ),
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
