create or replace function core.words_stay_the_authors() returns trigger language plpgsql as $body$
begin
    if access.actor() is distinct from old.by_id then
        raise insufficient_privilege using constraint = 'words_are_changed_by_whoever_wrote_them',
            message = 'words are changed by whoever wrote them';
    end if;
    return new;
end $body$;
revoke execute on function core.words_stay_the_authors() from public;
drop trigger if exists words_stay_the_authors on core.practice_supervisionitem;
create trigger words_stay_the_authors before update on core.practice_supervisionitem for each row
    when (old.words is distinct from new.words) execute function core.words_stay_the_authors()
