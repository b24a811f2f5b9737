-- Rankings that the province has published, as they stood; rows are only ever added.
create table published_ranking (
    number       bigint      generated always as identity primary key,
    id           uuid        not null unique,
    campaign_id  uuid        not null,
    title        text        not null,
    published_at timestamptz not null,
    name         text        not null,
    addressees   text[]      not null,
    -- As JSON; text, since it is only ever shown just as it was written.
    ranking      text        not null
);

-- To whom: asked for with each reading of an office.
create table ranking_addressee (
    region_code text not null,
    ranking_id  uuid not null references published_ranking (id),
    primary key (region_code, ranking_id)
);
