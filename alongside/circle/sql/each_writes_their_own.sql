create or replace function core.each_writes_their_own() returns trigger language plpgsql as $body$
begin
    if (access.actor() is distinct from old.by_id and
            (old.saw, old.impact, old.ask) is distinct from (new.saw, new.impact, new.ask))
        or (access.actor() is distinct from old.reader_id and old.reply is distinct from new.reply) then
        raise insufficient_privilege using constraint = 'words_are_changed_by_whoever_wrote_them',
            message = 'words are changed by whoever wrote them';
    end if;
    return new;
end $body$;
revoke execute on function core.each_writes_their_own() from public;
drop trigger if exists each_writes_their_own on core.circle_peerreview;
create trigger each_writes_their_own before update on core.circle_peerreview
    for each row execute function core.each_writes_their_own()
