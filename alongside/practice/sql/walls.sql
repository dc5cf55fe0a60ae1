-- With another agency's set-up file an administrator takes its cards over, and words none otherwise.
create function core.take_card(p_card text, p_language text, p_title text, p_words text)
returns void language plpgsql as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'an_administrator_takes_cards_over',
            message = 'an administrator takes cards over';
    end if;
    -- A card that an agency added itself comes along; any other that is not known here is left out.
    insert into core.practice_card (id, key, place, kind, hidden)
        select gen_random_uuid(), p_card, coalesce(max(c.place), 0) + 10, 'moment', false from core.practice_card c
        having p_card like 'own-%'
        on conflict (key) do nothing;
    insert into core.practice_cardwording
        (id, card_id, language, title, words, version, changed_at, changed_by_id)
        select gen_random_uuid(), c.id, p_language, p_title, p_words, 1, access.now(), access.actor()
        from core.practice_card c where c.key = p_card
        on conflict (card_id, language) do update set title = excluded.title, words = excluded.words,
            version = core.practice_cardwording.version + 1, changed_at = excluded.changed_at,
            changed_by_id = excluded.changed_by_id
        where (core.practice_cardwording.title, core.practice_cardwording.words)
            is distinct from (excluded.title, excluded.words);
end $body$;

-- Adds one to a plain number: no worker, no participant and no hour goes with it.
create function core.count_card(p_card uuid, p_helped boolean) returns void language plpgsql as $body$
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'staff_count_a_card', message = 'staff count a card';
    end if;
    insert into core.practice_cardtally (id, card_id, month, helped, not_really)
        values (gen_random_uuid(), p_card, date_trunc('month', access.now() at time zone 'UTC')::date,
                p_helped::int, (not p_helped)::int)
        on conflict (card_id, month) do update
        set helped = core.practice_cardtally.helped + excluded.helped,
            not_really = core.practice_cardtally.not_really + excluded.not_really;
end $body$;

-- What is said about a card has no author: only the month is kept. The key is made with the row, so that nobody can
-- put a row before the key of something else.
create function core.note_card(p_note uuid, p_card uuid, p_key uuid, p_wrapped bytea, p_words bytea)
returns void language plpgsql as $body$
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'staff_note_a_card', message = 'staff note a card';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_note or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_note, p_wrapped);
    insert into core.practice_cardnote (id, key_id, card_id, month, words)
        values (p_note, p_key, p_card, date_trunc('month', access.now() at time zone 'UTC')::date, p_words);
end $body$;

create function core.let_go_of_card_note(p_note uuid) returns void language plpgsql as $body$
begin
    if not access.has_role('practice_lead') then
        raise insufficient_privilege using constraint = 'the_practice_lead_lets_go',
            message = 'the practice lead lets go';
    end if;
    delete from vault.vault_key k using core.practice_cardnote n
        where n.id = p_note and k.thing_id = n.id and k.key_id = n.key_id;
    delete from core.practice_cardnote where id = p_note;
end $body$;

-- Everybody who works here but an adviser, who reads no word of the work.
create function core.may_consult() returns boolean language plpgsql stable as $body$
begin
    return exists (select from access.access_roleheld h join access.access_account a
        on a.id = h.account_id where a.id = access.actor() and a.is_active and h.role <> 'adviser');
end $body$;

-- A question named like something that has a key already would open that key, and take it along when it goes.
create function core.has_no_key(p_thing uuid) returns boolean language plpgsql stable as $body$
begin
    return not exists (select from vault.vault_key k where k.thing_id = p_thing);
end $body$;

-- A thank-you is the asker's to give, the reply the answerer's: neither may write the other's row.
create function core.thank_for(p_reply uuid) returns void language plpgsql as $body$
begin
    update core.practice_consultreply r set thanked_at = access.now()
        where r.id = p_reply and r.removed_at is null and r.thanked_at is null and exists
        (select from core.practice_consult c where c.id = r.consult_id and c.by_id = access.actor());
end $body$;

-- The words go, and the key goes: what an older copy of the data holds is unreadable from then on.
create function core.let_go_of_consult(p_consult uuid) returns void language plpgsql as $body$
begin
    if not exists (select from core.practice_consult c
            where c.id = p_consult and c.by_id = access.actor()) then
        raise insufficient_privilege using constraint = 'a_question_is_let_go_by_its_asker',
            message = 'a question is let go by its asker';
    end if;
    delete from core.practice_consultreply where consult_id = p_consult;
    delete from core.practice_consult where id = p_consult;
    delete from vault.vault_key where thing_id = p_consult;
end $body$;
