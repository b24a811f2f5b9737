-- What an operator discards is not sent, but has happened: the relay takes it to its place in the feed of changes.
alter table outbox add column discarded boolean not null default false;
