-- Training that was held and shown; written once.
create table training_session (
    id             uuid primary key,
    campaign_id    uuid        not null references campaign,
    kind           text        not null,
    region_code    text        not null,
    subject_region text,
    held_on        date        not null,
    title          text        not null,
    units          text[]      not null,
    counties       text[]      not null,
    participants   int         not null,
    experts        int         not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    recorder       text        not null
);
create index training_session_region on training_session (region_code, id);
create index training_session_campaign on training_session (campaign_id, id);
