-- What the kit under test owns, and what it keeps of it as another service would.
create table stock (
    id            uuid   primary key,
    event_version bigint not null,
    name          text   not null
);
create table stock_copy (
    id      uuid   primary key,
    version bigint not null,
    name    text   not null
);
