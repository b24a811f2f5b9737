-- A snapshot has the version of the event before it, and may wait beside it. One that still waits is not appended a second time.
alter table outbox add column snapshot boolean not null generated always as (type like '%.snapshot.v%') stored;
drop index outbox_version;
create unique index outbox_version on outbox (aggregate_type, aggregate_id, aggregate_version, snapshot);

-- The actions of other migrations too, whichever of them comes first.
alter table event_operation drop constraint if exists event_operation_action_check;
alter table event_operation add constraint event_operation_action_check
    check (action in ('RETRY_PARKED', 'DISCARD_PARKED', 'REPLAY_LETTER', 'DISCARD_LETTER', 'REPUBLISH', 'REBUILD', 'CANCEL_REBUILD',
                      'REBUILD_LETTER'));
-- Of a range: aggregate_id is its first one.
alter table event_operation add column last_aggregate_id uuid;
alter table event_operation add column aggregates int;
