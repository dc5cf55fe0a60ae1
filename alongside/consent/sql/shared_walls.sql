create function core.settle_what_is_shared(p_participant uuid) returns void language plpgsql as $body$
begin
    update shared.consent_shareditem i
        set ended_at = access.now(), text = ''::bytea, purpose_words = ''::bytea
        from core.consent_sharedlink l join core.consent_disclosure d on d.id = l.disclosure_id
        join core.consent_release r on r.id = d.release_id
        where l.id = i.id and i.ended_at is null
        and (p_participant is null or l.participant_id = p_participant)
        and (r.withdrawn_at is not null or r.ends_at <= access.now());
    delete from shared.consent_sharedkey k using shared.consent_shareditem i
        where i.id = k.item_id and i.ended_at is not null;
    update shared.consent_shareditem i set held = not i.held
        from core.consent_sharedlink l
        where l.id = i.id and i.ended_at is null
        and (p_participant is null or l.participant_id = p_participant)
        and i.held <> (exists (select from core.consent_sharingpause h
                where h.participant_id = l.participant_id and h.lifted_at is null)
            or exists (select from core.consent_programintouch w
                where w.participant_id = l.participant_id and w.agency_id = i.agency_id
                and w.removed_at is null and w.wish <> 'together'));
end $body$;

create function core.settle_shared() returns trigger language plpgsql as $body$
begin perform core.settle_what_is_shared(new.participant_id); return null; end $body$;

-- What ended by itself loses its words and its keys as well; the wall has closed it on the hour.
create function core.empty_what_ended() returns void language plpgsql as $body$
begin
    if not (select access.actor()) = 'a1000000-0000-4000-8000-000000000000'::uuid then
        raise insufficient_privilege using constraint = 'the_house_does_this_by_itself',
            message = 'the house does this by itself';
    end if;
    perform core.settle_what_is_shared(null);
end $body$;

-- Their ring is destroyed when they are erased: then nothing of theirs opens at the partner's either.
create function core.let_copies_go() returns trigger language plpgsql as $body$
begin
    update shared.consent_shareditem i
        set ended_at = coalesce(i.ended_at, access.now()), text = ''::bytea, purpose_words = ''::bytea
        from core.consent_sharedlink l where l.id = i.id and l.replies_key = old.key_id;
    delete from shared.consent_sharedkey k using core.consent_sharedlink l
        where l.id = k.item_id and l.replies_key = old.key_id;
    return null;
end $body$;

-- After `core.disclose`, in the same transaction, which still holds the permission's row.
create function core.share_copy(
    p_item uuid, p_participant uuid, p_disclosure uuid, p_key uuid, p_wrapped bytea, p_text bytea,
    p_purpose_words bytea, p_replies uuid, p_replies_wrapped bytea, p_replies_desk bytea
) returns void language plpgsql as $body$
declare d core.consent_disclosure; r core.consent_release;
begin
    if p_participant is null or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    select * into d from core.consent_disclosure where id = p_disclosure
        and participant_id = p_participant and by_id = access.actor();
    select * into r from core.consent_release where id = d.release_id for update;
    if r.id is null or d.method <> 'workspace' or d.way = 'stop' or d.agency_id is null
            or r.withdrawn_at is not null or r.ends_at <= access.now() then
        raise check_violation using constraint = 'no_way_out_nothing', message = 'no way out: nothing';
    end if;
    insert into core.consent_sharedlink (id, participant_id, disclosure_id, replies_key)
        values (p_item, p_participant, p_disclosure, p_replies);
    insert into shared.consent_shareditem (id, key_id, agency_id, way, purpose, purpose_words, text,
            at, until, held)
        values (p_item, p_key, d.agency_id, d.way, d.purpose, p_purpose_words, p_text, d.at, r.ends_at, false);
    insert into shared.consent_sharedkey (id, key_id, item_id, wrapped)
        values (gen_random_uuid(), p_key, p_item, p_wrapped),
               (gen_random_uuid(), p_replies, p_item, p_replies_wrapped);
    insert into vault.vault_key (id, key_id, door, participant_id, wrapped)
        values (gen_random_uuid(), p_replies, 'desk', p_participant, p_replies_desk);
end $body$;

-- One thing said about a copy that is open: by its partner, or by those who walk with whom it is about.
-- What fits one kind of thing alone is said about that kind alone.
create function shared.say(p_id uuid, p_item uuid, p_kind text, p_words bytea)
returns boolean language plpgsql as $body$
declare me uuid := access.actor(); k uuid; they boolean := access.door() = 'workspace';
begin
    select l.replies_key into k from core.consent_sharedlink l
        join shared.consent_shareditem i on i.id = l.id
        where l.id = p_item and i.ended_at is null and not i.held and i.until > access.now()
            and case when they then i.agency_id = shared.my_partner()
                and not p_kind = any(case i.way when 'promise' then array['accept', 'waitlist', 'not_now']
                    else array['done', 'not_yet'] end)
            else l.participant_id = any(core.my_people()) end
        for update of i;
    if k is null or me is null then return false; end if;
    insert into shared.consent_sharedreply (id, key_id, item_id, side, kind, words, at, by_id)
        values (p_id, k, p_item, case when they then 'they' else 'we' end, p_kind, p_words,
                access.now(), me)
        on conflict (id) do nothing;
    return exists (select from shared.consent_sharedreply s where s.id = p_id and s.item_id = p_item
        and s.by_id = me);
end $body$;
