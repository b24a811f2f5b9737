-- What this service keeps of the issues (projection of their events), to judge plans on.
create table issue (
    id            uuid primary key,
    event_version bigint not null,
    campaign_id   uuid   not null,
    ledger_number text   not null,
    city_code     text   not null,
    region_code   text   not null,
    status        text,
    assigned_on   date
);
create index issue_city on issue (city_code, campaign_id);
create index issue_ledger_number on issue (ledger_number);
