"""What the one on call may open at night, and for whom: a record for a stated reason, for two hours at most; somebody
who comes back and says an alias and a code word; and records that are restricted to named colleagues."""
