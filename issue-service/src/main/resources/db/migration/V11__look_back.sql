-- Look-backs 回头看: samples of what was closed, drawn so that anybody can draw them again (docs/decisions/0015). The seed is shown to the
-- province and its auditors only: who has it and their own issues' ids knows beforehand what will be looked at.
create table look_back (
    id              uuid        primary key,
    version         bigint      not null,
    campaign_id     uuid        not null,
    closed_from     date        not null,
    closed_to       date        not null,
    regions         text[]      not null,
    sources         text[]      not null,
    per_city        boolean     not null,
    size            int,
    percentage      int,
    seed            text        not null,
    seed_chosen     boolean     not null,
    population      int         not null,
    drawn           int         not null,
    drawn_at        timestamptz not null,
    drawn_by        text        not null,
    drawn_by_person text        not null
);

-- Every issue that was drawn from, as it stood then: an auditor draws from these, not from what is closed by now.
create table look_back_issue (
    look_back_id   uuid        not null references look_back,
    issue_id       uuid        not null references issue,
    ledger_number  text        not null,
    city_code      text        not null,
    region_code    text        not null,
    closed_at      timestamptz not null,
    digest         text        not null,
    drawn          boolean     not null,
    finding        text,
    note           text,
    checked_on     date,
    checked_by     text,
    revoked        boolean,
    recurrence     uuid        references issue,
    recurrence_number text,
    told_at        timestamptz,
    told_by        text,
    told_by_person text,
    primary key (look_back_id, issue_id)
);
create index look_back_issue_order on look_back_issue (look_back_id, digest);
-- What offices and counties are shown, and what is counted.
create index look_back_issue_drawn on look_back_issue (look_back_id, city_code) where drawn;
create index look_back_issue_told on look_back_issue (city_code, look_back_id) where told_at is not null;
