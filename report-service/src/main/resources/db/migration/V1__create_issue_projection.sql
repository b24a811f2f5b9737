-- What this service keeps of the issues (projection of their events): what figures are counted from; no text, no person.
-- Codes stay text: what a newer issue service sends is counted before this one knows its name.
create table issue (
    id                     uuid   primary key,
    event_version          bigint not null,
    campaign_id            uuid   not null,
    city_code              text   not null,
    region_code            text   not null,
    source                 text   not null,
    category               text   not null,
    severity               text   not null,
    status                 text   not null,
    lead_unit              text,
    registered_on          date   not null,
    deadline               date,
    close_out_requested_on date,
    closed_on              date,
    returns                int    not null
);
create index issue_campaign on issue (campaign_id, city_code);
create index issue_city on issue (city_code);
