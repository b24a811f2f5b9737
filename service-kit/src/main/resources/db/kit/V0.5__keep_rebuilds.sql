-- Rebuilds of projections from their topics: asked for by an operator, done by one replica at a time (the owner of the lease).
-- Of one projection one at a time: while it runs, its copy stands in a schema of its own.
create table projection_rebuild (
    id             bigint generated always as identity primary key,
    aggregate_type text        not null,
    state          text        not null check (state in ('RUNNING', 'SWITCHED', 'FAILED', 'CANCELLED')),
    person         text        not null,
    name           text        not null,
    reason         text        not null,
    started_at     timestamptz not null default clock_timestamp(),
    ended_at       timestamptz,
    failure        text,
    obstacle       text,
    places_read    bigint      not null default 0,
    places_end     bigint,
    owner          uuid,
    leased_until   timestamptz
);
create unique index projection_rebuild_running on projection_rebuild (aggregate_type) where state = 'RUNNING';
create index projection_rebuild_latest on projection_rebuild (aggregate_type, id);
