"""What a door may know of a password: how it was encoded, and whether a whole encoding is the one that is kept."""

from alongside.access.wall import Function

_BOTH = ("desk", "workspace")
# Accounts that open at this door; one without a password, or closed, is like none.
_THEIRS = """lower(username) = lower(p_username) and door = access.door() and is_active and left(password, 1) <> '!'"""

MARKS = """
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
"""

FUNCTIONS = [
    Function(
        # Algorithm, cost and salt: everything of what is kept but its last part.
        "access.encoded_like",
        "p_username text",
        "text",
        f"""
        begin
            return (select regexp_replace(password, '[^$]*$', '') from access.access_account where {_THEIRS});
        end
        """,
        _BOTH,
        "stable",
    ),
    Function(
        # A wrong one is in the account's chain, before anybody is known. Hashed, so that no time tells how much fits.
        "access.opens",
        "p_username text, p_encoded text",
        "boolean",
        f"""
        declare a access.access_account;
        begin
            select * into a from access.access_account where {_THEIRS};
            if a.id is null then return false; end if;
            if sha256(convert_to(a.password, 'UTF8')) = sha256(convert_to(p_encoded, 'UTF8')) then
                return true;
            end if;
            perform trail.link(a.id, access.actor(), 'sign_in', 'turned_away', '', null, access.now());
            return false;
        end
        """,
        _BOTH,
    ),
    Function(
        # By whoever has shown just now that it is them.
        "access.change_password",
        "p_password text",
        "void",
        """
        begin
            update access.access_account set password = p_password
                where id = access.actor() and door = access.door() and is_active and access.is_fresh();
            if not found then
                raise insufficient_privilege using message = 'a password is changed by its owner';
            end if;
        end
        """,
        _BOTH,
    ),
]
