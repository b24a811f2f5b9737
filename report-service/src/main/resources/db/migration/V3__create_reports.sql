create table report (
    id                 uuid   primary key,
    version            bigint not null,
    event_version      bigint not null,
    campaign_id        uuid   not null,
    region_code        text   not null,
    status             text   not null,
    -- The parts as JSON; text, since it is only ever read back whole, just as it was written.
    content            text   not null,
    document_number    text,
    signatory          text,
    submitted_at       timestamptz,
    submitted_by       text,
    first_submitted_at timestamptz,
    returned_at        timestamptz,
    return_reasons     text   not null,
    resubmit_by        date,
    returns            int    not null,
    accepted_at        timestamptz,
    opinion            text,
    constraint report_once unique (campaign_id, region_code)
);
create index report_region on report (region_code, id);

-- What was submitted, each time: the content and the figures as they stood. Rows are only ever added.
create table report_submission (
    report_id       uuid not null references report,
    ordinal         int  not null,
    submitted_at    timestamptz not null,
    name            text not null,
    document_number text not null,
    signatory       text not null,
    content         text not null,
    figures         text not null,
    primary key (report_id, ordinal)
);

-- Who did what, when and why; rows are only ever added, in the transaction of the change.
create table report_history (
    id        bigint generated always as identity primary key,
    report_id uuid        not null references report,
    version   bigint      not null,
    at        timestamptz not null,
    action    text        not null,
    person    text        not null,
    name      text        not null,
    role      text        not null,
    region    text        not null,
    reason    text,
    changes   text        not null
);
create index report_history_report on report_history (report_id, id);
