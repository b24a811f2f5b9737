-- What the test's handler did, in the order in which it did it.
create table effect (
    id           bigint generated always as identity primary key,
    aggregate_id uuid   not null,
    version      bigint not null,
    name         text   not null,
    constraint no_forbidden_name check (name <> 'forbidden')
);
