-- A funder's form: services by a crosswalk (`p_map` names of each kind of service an item and its group), people new
-- and continuing in the fiscal year, each once, and answers. A person's answer to an item is that of the record that is
-- kept, else of one tied to it; whoever has none is not collected. Served is whoever was given one of these services.
create function core.counted_form(
    p_mine boolean, p_from timestamptz[], p_until timestamptz[], p_fiscal timestamptz[], p_form text, p_map jsonb,
    p_items jsonb
) returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    return query
    with map as (select m.kind, m.item, m."group"
        from jsonb_to_recordset(p_map) as m(kind uuid, item text, "group" text)),
    given as (
        select n.span, n.person, m.item, m."group" from core.counted_notes(p_mine, p_from, p_until) n
            join core.connection_servicegiven g on g.note_id = n.note_id join map m on m.kind = g.kind_id),
    here as (select distinct g.span, g.person from given g),
    records as (
        select h.person, h.person as record_id from here h
        union select h.person, t.other_id from here h
            join core.participants_linkedrecords t on t.kept_id = h.person and t.ended_at is null),
    told as (
        select h.span, h.person, not exists (select from records r
            join core.connection_note n on n.participant_id = r.record_id and n.removed_at is null
            join core.connection_servicegiven g on g.note_id = n.id join map m on m.kind = g.kind_id
            where r.person = h.person and n.at >= p_fiscal[h.span] and n.at < p_from[h.span]) as is_new
        from here h),
    items as (select i.item, i.only_new from jsonb_to_recordset(p_items) as i(item text, only_new boolean)),
    answers as (
        select distinct on (r.person, a.item) r.person, a.item, a.participant_id
            from records r join core.funders_reportanswer a on a.participant_id = r.record_id and a.form = p_form
            order by r.person, a.item, a.participant_id <> r.person, a.participant_id),
    said as (
        select d.span, d.person, i.item, coalesce(a.value::text, 'blank') as value
            from told d join items i on d.is_new or not i.only_new
            left join answers f on f.person = d.person and f.item = i.item
            left join core.funders_reportanswer a
                on a.participant_id = f.participant_id and a.form = p_form and a.item = f.item)
    select case when g.item is not null then 's|' || g.item when g."group" is not null then 'g|' || g."group"
            else 's|*' end, g.span, count(*), null::bigint, count(distinct g.person), null::bigint
        from given g group by grouping sets ((g.span, g.item), (g.span, g."group"), (g.span))
    union all
    select case when d.is_new is null then 'p|*' when d.is_new then 'p|new' else 'p|continuing' end, d.span, null,
            null, count(*), null
        from told d group by grouping sets ((d.span, d.is_new), (d.span))
    union all
    select 'a|' || s.item || '|' || s.value, s.span, null, null, count(*), null
        from said s group by s.span, s.item, s.value;
end $body$;
