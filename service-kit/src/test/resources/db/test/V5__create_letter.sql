-- What is encrypted.
create table letter (
    id    uuid primary key,
    words bytea
);
