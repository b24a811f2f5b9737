-- The outbox is a queue: rows are inserted by commands in their own transaction and deleted once Kafka has acknowledged them
-- (decision 1). Order within one aggregate is the order of its versions; the id only orders rows that commit one after another.
create table outbox (
    id                bigint generated always as identity primary key,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    event_id          uuid        not null,
    type              text        not null,
    occurred_at       timestamptz not null,
    traceparent       text,
    data              bytea       not null,
    appended_at       timestamptz not null default clock_timestamp(),
    parked_at         timestamptz,
    parked_reason     text
);
create unique index outbox_version on outbox (aggregate_type, aggregate_id, aggregate_version);
create index outbox_parked on outbox (aggregate_type, aggregate_id) where parked_at is not null;

-- Where this service goes on reading, moved in the transaction of the effect (decision 3).
create table consumer_offset (
    topic     text   not null,
    partition int    not null,
    topic_id  text   not null,
    next      bigint not null,
    primary key (topic, partition)
);

-- The version gate: the last event version of each aggregate whose effect is in this database.
create table consumed_version (
    aggregate_type text   not null,
    aggregate_id   uuid   not null,
    version        bigint not null,
    primary key (aggregate_type, aggregate_id)
);

-- Events that cannot have their effect, and the later events of the same aggregate that wait behind them (decision 4).
create table dead_letter (
    id                bigint generated always as identity primary key,
    topic             text        not null,
    partition         int         not null,
    record_offset     bigint      not null,
    aggregate_type    text        not null,
    aggregate_id      uuid,
    headers           text        not null,
    data              bytea,
    reason            text        not null,
    received_at       timestamptz not null default clock_timestamp(),
    discarded_at      timestamptz,
    discarded_by      text,
    discarded_reason  text,
    unique (topic, partition, record_offset)
);
create index dead_letter_open on dead_letter (aggregate_type, aggregate_id) where discarded_at is null;
