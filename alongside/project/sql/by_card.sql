drop trigger if exists by_card on :table;
create trigger by_card before insert or update or delete on :table
    for each statement execute function access.card_changes_no_account()
