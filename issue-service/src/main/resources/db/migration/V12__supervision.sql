-- The supervision ladder 督办 (docs/decisions/0018): what is proposed by rule or drafted by hand, signed by a person, numbered, and replied to.
create table supervision (
    id                uuid        primary key,
    version           bigint      not null,
    kind              text        not null,
    status            text        not null,
    issuer            text        not null,
    cause             text,
    -- Of which issue and on what ground it was proposed: the limit that was missed, the letter that was not replied to, how many returns.
    issue_id          uuid        references issue,
    basis             text,
    since             date,
    proposed_at       timestamptz not null,
    proposed_by       text        not null,
    body              text        not null,
    reply_within      int         not null,
    number            text        unique,
    signed_at         timestamptz,
    signed_by         text,
    reply_by          date,
    dropped_at        timestamptz,
    dropped_by        text,
    reason            text,
    combined_into     uuid        references supervision
);
-- Never proposed twice: one for each issue, step and limit.
create unique index supervision_once on supervision (issue_id, kind, cause, basis) where issue_id is not null;
create index supervision_proposed on supervision (id) where status = 'PROPOSED';
create index supervision_issuer on supervision (issuer, id);

create table supervision_issue (
    supervision_id uuid not null references supervision,
    issue_id       uuid not null references issue,
    ledger_number  text not null,
    city_code      text not null,
    region_code    text not null,
    primary key (supervision_id, issue_id)
);
create index supervision_issue_issue on supervision_issue (issue_id);

create table supervision_addressee (
    supervision_id uuid not null references supervision,
    ordinal        int  not null,
    city_code      text not null,
    region_code    text not null,
    unit           text,
    status         text not null,
    reply_by       date,
    reply          text,
    replied_at     timestamptz,
    replied_by     text,
    replied_by_person text,
    returns        int  not null,
    opinion        text,
    settled_at     timestamptz,
    settled_by     text,
    primary key (supervision_id, ordinal)
);
create index supervision_addressee_city on supervision_addressee (city_code, supervision_id);

-- The last number given, by kind, issuer and year; given at signing only, so none is missing.
create table supervision_counter (
    kind   text not null,
    issuer text not null,
    year   int  not null,
    last   int  not null,
    primary key (kind, issuer, year)
);

-- Up to which day was proposed, and how far that run has come: one that was interrupted goes on there.
create table supervision_run (
    only_row boolean primary key default true check (only_row),
    day      date,
    behind   uuid,
    done     boolean not null,
    proposed int     not null
);
insert into supervision_run (day, behind, done, proposed) values (null, null, true, 0);

-- What is to be proposed on is found by these and by issue_due.
create index issue_unacknowledged on issue (acknowledge_by) where status = 'ASSIGNED';
create index issue_returned on issue (id) where returns >= 3;
