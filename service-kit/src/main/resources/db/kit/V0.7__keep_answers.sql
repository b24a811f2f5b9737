-- The answers to requests that had an Idempotency-Key, stored with their effect and given again for 24 hours. Who asked and what was
-- asked are digests, and the answer is encrypted: it may hold what only its client may see.
create table kept_answer (
    client_digest  bytea       primary key,
    request_digest bytea       not null,
    answer         bytea       not null,
    kept_until     timestamptz not null
);
create index kept_answer_kept_until on kept_answer (kept_until);
