-- Only a worker and the supervisor named for them become a pair; asked again, they are the same one.
create function core.pair_up(p_pair uuid, p_key uuid, p_worker uuid, p_supervisor uuid)
returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if me is null or (me <> p_worker and me <> p_supervisor) or not exists (
        select from core.agency_staff s where s.id = p_worker and s.supervisor_id = p_supervisor
    ) then
        raise insufficient_privilege using constraint = 'a_pair_is_a_worker_and_their_supervisor',
            message = 'a pair is a worker and their supervisor';
    end if;
    insert into core.practice_supervisionpair (id, key_id, worker_id, supervisor_id, begun_at)
        values (p_pair, p_key, p_worker, p_supervisor, access.now());
end $body$;
