-- Whether an attempt ended without an answer when the server may have had the letter: it is sent again as it is, under its own
-- Message-ID, until the server has said what became of it; it is neither cancelled nor written anew.
alter table dispatch add column may_have_arrived boolean not null default false;

-- Of those taken over from a process that had ended. Which NO_SERVER was a lost answer was not told apart.
update dispatch set may_have_arrived = true
where status = 'PENDING' and exists (select from dispatch_attempt where dispatch_id = dispatch.id and ended_at is null);
