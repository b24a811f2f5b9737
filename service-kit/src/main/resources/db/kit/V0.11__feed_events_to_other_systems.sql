-- Events for systems that do not read Kafka, in one order. The relay moves them here as it takes them off the outbox, in one transaction after
-- another: positions are given in the order of commits, and none that is lower comes later (decision 1).
create table event_feed (
    position          bigint      generated always as identity primary key,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    event_id          uuid        not null,
    type              text        not null,
    occurred_at       timestamptz not null,
    data              bytea       not null
);
create index event_feed_type on event_feed (aggregate_type, position);
