create or replace function access.marks_the_password() returns trigger language plpgsql as $body$
begin
    if left(new.password, 1) = '!' then new.mark := null;
    elsif tg_op = 'INSERT' or new.password <> old.password then new.mark := gen_random_uuid();
    else new.mark := old.mark;  -- so that whoever may hold a row may not change it
    end if;
    return new;
end $body$;
revoke execute on function access.marks_the_password() from public;
drop trigger if exists marks_the_password on access.access_account;
create trigger marks_the_password before insert or update on access.access_account
    for each row execute function access.marks_the_password()
