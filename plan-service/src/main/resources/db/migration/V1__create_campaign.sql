-- A campaign is written once; its phases and sources are read with it and never by themselves.
create table campaign (
    id              uuid primary key,
    document_number text,
    document_key    text unique,
    title           text        not null,
    notice_title    text,
    issuing_body    text        not null,
    addressees      text[]      not null,
    copies          text[]      not null,
    printed_on      date,
    starts          date        not null,
    ends            date        not null,
    phases          jsonb       not null,
    sources         jsonb       not null,
    published_at    timestamptz not null,
    published_by    text        not null,
    publisher       text        not null
);
