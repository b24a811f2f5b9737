-- A rectification plan: one for each office and campaign.
create table plan (
    id                 uuid primary key,
    version            bigint      not null,
    event_version      bigint      not null,
    campaign_id        uuid        not null references campaign,
    region_code        text        not null,
    status             text        not null,
    content            text        not null,
    goal_count         int         not null,
    task_count         int         not null,
    measure_count      int         not null,
    document_number    text,
    signatory          text,
    drafted_at         timestamptz not null,
    submitted_at       timestamptz,
    submitted_by       text,
    first_submitted_at timestamptz,
    returned_at        timestamptz,
    resubmit_by        date,
    returns            int         not null,
    accepted_at        timestamptz,
    unique (campaign_id, region_code)
);
create index plan_region on plan (region_code, id);

-- Each time it was filed: what was filed, the versions of the issues that it was judged on, and what the province said.
create table plan_submission (
    plan_id         uuid        not null references plan,
    number          int         not null,
    submitted_at    timestamptz not null,
    submitted_by    text        not null,
    document_number text        not null,
    signatory       text        not null,
    content         text        not null,
    judged_on       text        not null,
    outcome         text,
    reviewed_at     timestamptz,
    reviewed_by     text,
    reasons         text,
    resubmit_by     date,
    opinion         text,
    primary key (plan_id, number)
);

-- Who did what, when and why; rows are only ever added, in the transaction of the change.
create table plan_history (
    id      bigint generated always as identity primary key,
    plan_id uuid        not null references plan,
    version bigint      not null,
    at      timestamptz not null,
    action  text        not null,
    person  text        not null,
    name    text        not null,
    role    text        not null,
    region  text        not null,
    reason  text,
    changes text        not null
);
create index plan_history_plan on plan_history (plan_id, id);
