-- That a factor was used; and of recovery codes what is left, unless another sign-in was first.
create function access.factor_was_used(p_id bigint, p_stood text, p_holds text, p_sign text)
returns boolean language plpgsql as $body$
begin
    if not access.was_said('factor|' || p_id || '|' || p_holds, p_sign) then
        raise insufficient_privilege using constraint = 'the_door_says_that_a_factor_was_used',
            message = 'that a factor was used, the door says';
    end if;
    update access.mfa_authenticator set last_used_at = clock_timestamp(),
        data = case when p_holds = '' then data else jsonb_build_object('sealed', p_holds) end
        where id = p_id and door = 'alongside_' || access.door()
        and (p_holds = '' or (type = 'recovery_codes' and data ->> 'sealed' = p_stood));
    return found;
end $body$;
