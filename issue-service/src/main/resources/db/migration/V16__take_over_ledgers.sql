-- Whether a file is a ledger that an office has kept until now, taken over with its states.
alter table issue_import add column existing boolean not null default false;
