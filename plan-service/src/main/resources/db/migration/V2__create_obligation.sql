-- Who owes what by when. Opened when the campaign is published; a filing then follows its plan or report, an action its
-- training session.
create table obligation (
    id                 uuid primary key,
    version            bigint      not null,
    event_version      bigint      not null,
    campaign_id        uuid        not null references campaign,
    phase              int         not null,
    code               text        not null,
    title              text        not null,
    region_code        text        not null,
    subject_region     text,
    deadline           date        not null,
    deadline_version   int         not null,
    opened_at          timestamptz not null,
    status             text        not null,
    first_submitted_at timestamptz,
    late               boolean     not null,
    returns            int         not null,
    resubmit_by        date,
    returned_at        timestamptz,
    accepted_at        timestamptz
);
create unique index obligation_once on obligation (campaign_id, code, region_code, coalesce(subject_region, ''));
create index obligation_region on obligation (region_code, id);
