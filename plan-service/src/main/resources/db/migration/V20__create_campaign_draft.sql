-- A notice that was read, and what a person makes of it until it is published.
create table campaign_draft (
    id              uuid primary key,
    version         bigint      not null,
    region_code     text        not null,
    status          text        not null,
    document_number text,
    title           text,
    reading         text        not null,
    content         text        not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    campaign_id     uuid references campaign
);
create index campaign_draft_region on campaign_draft (region_code, id);

-- The text as received. Apart: it is long, and seldom asked for.
create table campaign_draft_text (
    draft_id uuid primary key references campaign_draft,
    text     text not null
);

-- Who did what and when; rows are only ever added, in the transaction of the change.
create table campaign_draft_history (
    id       bigint generated always as identity primary key,
    draft_id uuid        not null references campaign_draft,
    version  bigint      not null,
    at       timestamptz not null,
    action   text        not null,
    person   text        not null,
    name     text        not null,
    role     text        not null,
    region   text        not null,
    changes  text        not null
);
create index campaign_draft_history_draft on campaign_draft_history (draft_id, id);
