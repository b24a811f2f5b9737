-- What this service keeps of what the plan service tells (projections of its events): what a report's figures are counted
-- from. No foreign keys: there is no order between the topics.
create table campaign (
    id    uuid primary key,
    title text not null
);

-- Of the obligations only those that end with a filing of an office: PLAN and SUMMARY_REPORT.
create table obligation (
    id                 uuid    primary key,
    campaign_id        uuid    not null,
    region_code        text    not null,
    code               text    not null,
    deadline           date    not null,
    first_submitted_at timestamptz,
    late               boolean not null
);
create index obligation_owed on obligation (campaign_id, region_code, code);

create table plan (
    id                 uuid primary key,
    campaign_id        uuid not null,
    region_code        text not null,
    status             text not null,
    document_number    text,
    goal_count         int  not null,
    task_count         int  not null,
    measure_count      int  not null,
    first_submitted_at timestamptz,
    returns            int  not null
);
create index plan_office on plan (campaign_id, region_code);

create table training_session (
    id                  uuid   primary key,
    campaign_id         uuid   not null,
    kind                text   not null,
    region_code         text   not null,
    subject_region_code text,
    held_on             date   not null,
    units               text[] not null,
    counties            text[] not null,
    participants        int    not null,
    experts             int    not null
);
create index training_session_held on training_session (campaign_id, region_code);
create index training_session_subject on training_session (campaign_id, subject_region_code);
