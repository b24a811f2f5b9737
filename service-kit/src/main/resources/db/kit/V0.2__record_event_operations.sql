-- What operators did to events that could not go their way: who, when, why, and to which event. What was thrown away is kept.
create table event_operation (
    id                bigint generated always as identity primary key,
    at                timestamptz not null default clock_timestamp(),
    person            text        not null,
    name              text        not null,
    action            text        not null check (action in ('RETRY_PARKED', 'DISCARD_PARKED', 'REPLAY_LETTER', 'DISCARD_LETTER')),
    reason            text        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid,
    type              text,
    aggregate_version bigint,
    topic             text,
    partition         int,
    record_offset     bigint,
    data              bytea
);
