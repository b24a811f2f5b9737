-- What this service keeps of the campaigns (projection of their events): the year of ledger numbers, the dates, the sources.
create table campaign (
    id       uuid primary key,
    title    text not null,
    year     int  not null,
    starts   date not null,
    ends     date not null,
    sources  text[] not null
);

-- The last ledger number given in a year and city; numbers are never reused.
create table ledger_counter (
    year      int  not null,
    city_code text not null,
    last      int  not null,
    primary key (year, city_code)
);

create table issue (
    id                    uuid primary key,
    version               bigint not null,
    event_version         bigint not null,
    ledger_number         text   not null unique,
    campaign_id           uuid   not null,
    city_code             text   not null,
    region_code           text   not null,
    source                text   not null,
    description           text   not null,
    category              text   not null,
    severity              text   not null,
    status                text   not null,
    registered_at         timestamptz not null,
    registered_by         text   not null,
    registered_unit       text,
    verifier              text,
    assigned_at           timestamptz,
    acknowledge_by        date,
    acknowledged_at       timestamptz,
    cause_analysis        text,
    rectification_goal    text,
    lead_unit             text,
    cooperating_units     text[] not null default '{}',
    responsible_person    text,
    deadline              date,
    result                text,
    lasting_mechanism     text,
    close_out_requested_at timestamptz,
    close_out_requested_by text,
    first_reviewed_at     timestamptz,
    first_reviewed_by     text,
    closed_at             timestamptz,
    closed_by             text,
    returns               int    not null default 0,
    evidence_count        int    not null default 0
);
create index issue_city on issue (city_code, id);
create index issue_region on issue (region_code, id);

-- Where an issue was found; one issue keeps many (domain: 问题来源).
create table source_item (
    id              uuid primary key,
    issue_id        uuid not null references issue,
    source          text not null,
    document_number text,
    item_number     text,
    region_code     text not null,
    dated           date not null,
    text_received   text not null
);
-- What has no document, such as a finding of self-inspection, cannot be told from another one by it: nulls are distinct.
create unique index source_item_once on source_item (source, document_number, coalesce(item_number, ''), region_code);
create index source_item_issue on source_item (issue_id);

-- Who did what, when and why; rows are only ever added, in the transaction of the change.
create table issue_history (
    id       bigint generated always as identity primary key,
    issue_id uuid        not null references issue,
    version  bigint      not null,
    at       timestamptz not null,
    action   text        not null,
    person   text        not null,
    name     text        not null,
    role     text        not null,
    region   text        not null,
    channel  text        not null,
    reason   text,
    changes  text        not null
);
create index issue_history_issue on issue_history (issue_id, id);
