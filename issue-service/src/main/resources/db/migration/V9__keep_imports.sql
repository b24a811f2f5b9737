-- Imports that are worked on while whoever sent the file looks again from time to time. Everything of them goes after seven days.
create table issue_import (
    id             uuid        primary key,
    campaign_id    uuid        not null,
    dry_run        boolean     not null,
    media_type     text        not null,
    charset        text,
    state          text        not null,
    person         text        not null,
    name           text        not null,
    role           text        not null,
    region         text        not null,
    unit           text,
    rows_read      int         not null default 0,
    known          int         not null default 0,
    registered     int         not null default 0,
    findings       int         not null default 0,
    attempts       int         not null default 0,
    mark_column    int,
    numbers        text        not null default '[]',
    refusal        bytea,
    created_at     timestamptz not null default clock_timestamp(),
    settled_at     timestamptz,
    owner          uuid,
    leased_until   timestamptz
);
create index issue_import_waiting on issue_import (created_at) where state in ('QUEUED', 'READING', 'REGISTERING');
create index issue_import_age on issue_import (created_at);

-- The file itself, and what is wrong with its rows, each in portions that follow each other, encrypted: a ledger may name who complained.
create table issue_import_portion (
    import_id uuid  not null references issue_import on delete cascade,
    kind      text  not null,
    ordinal   int   not null,
    content   bytea not null,
    primary key (import_id, kind, ordinal)
);
-- What is encrypted cannot be compressed.
alter table issue_import_portion alter column content set storage external;
