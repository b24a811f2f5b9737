-- Who was shown personal data, when, and of which things; never the data. Rows are only ever added.
create table personal_data_read (
    number bigint      generated always as identity primary key,
    at     timestamptz not null,
    person text        not null,
    name   text        not null,
    role   text        not null,
    region text        not null,
    unit   text,
    data   text        not null,
    owners uuid[]      not null
);
create index personal_data_read_at on personal_data_read (at);
