-- Rows are only ever added here. This keeps mistakes away; that nobody with more rights has changed them is told by the chains.
create function only_grows() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: rows are neither changed nor removed', tg_table_name;
end
$$;

-- Who did what to which aggregate, in the transaction of the deed. The text of an entry says all of it; the columns repeat what is asked for.
-- The hash is SHA-256 over the hash of the entry before of its aggregate, nothing for the first, and the UTF-8 bytes of the text.
create table history_entry (
    number         bigint      generated always as identity primary key,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    sequence       bigint      not null,
    city           text        not null,
    region         text        not null,
    at             timestamptz not null,
    action         text        not null,
    person         text        not null,
    entry          text        not null,
    hash           bytea       not null,
    unique (aggregate_id, aggregate_type, sequence)
);
create index history_entry_person on history_entry (person, number);
create trigger only_grows before update or delete or truncate on history_entry for each statement execute function only_grows();

-- Takes an entry of an older release into its chain. Each service takes over its own histories with it and drops it then.
create function take_over_entry(said text) returns void language sql as $$
    insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
    select own.type, own.id, coalesce(last.sequence, 0) + 1, said::json ->> 'aggregateCity', said::json ->> 'aggregateRegion',
           (said::json ->> 'at')::timestamptz, said::json ->> 'action', said::json ->> 'person', said,
           sha256(coalesce(last.hash, '') || convert_to(said, 'UTF8'))
    from (values (said::json ->> 'aggregateType', (said::json ->> 'aggregateId')::uuid)) as own (type, id)
    left join lateral (
        select entry.sequence, entry.hash from history_entry as entry
        where entry.aggregate_type = own.type and entry.aggregate_id = own.id order by entry.sequence desc limit 1
    ) as last on true
$$;

-- Who was shown personal data, when, and of which things; never the data. Chained for each person as the histories are for each aggregate.
alter table personal_data_read rename to unchained_read;
alter index personal_data_read_pkey rename to unchained_read_pkey;
create table personal_data_read (
    number   bigint      generated always as identity primary key,
    person   text        not null,
    sequence bigint      not null,
    city     text        not null,
    region   text        not null,
    at       timestamptz not null,
    data     text        not null,
    owners   uuid[]      not null,
    entry    text        not null,
    hash     bytea       not null,
    unique (person, sequence)
);
create index personal_data_read_owners on personal_data_read using gin (owners);

do $$
declare
    was record;
    last record;
    said text;
    city text;
begin
    for was in select * from unchained_read order by number loop
        city := case when was.role in ('province', 'member-unit', 'system') or was.region = '410000' then '410000'
                     when was.region like '4190%' then was.region else left(was.region, 4) || '00' end;
        said := json_strip_nulls(json_build_object(
            'person', was.person, 'name', was.name, 'role', was.role, 'city', city, 'region', was.region, 'unit', was.unit,
            'at', to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'data', was.data, 'owners', was.owners))::text;
        select read.sequence, read.hash into last from personal_data_read as read
        where read.person = was.person order by read.sequence desc limit 1;
        insert into personal_data_read (person, sequence, city, region, at, data, owners, entry, hash)
        values (was.person, coalesce(last.sequence, 0) + 1, city, was.region, was.at, was.data, was.owners, said,
                sha256(coalesce(last.hash, '') || convert_to(said, 'UTF8')));
    end loop;
end
$$;
drop table unchained_read;
create trigger only_grows before update or delete or truncate on personal_data_read for each statement execute function only_grows();

-- The last entries of all chains that have grown since the seal before. The hash is SHA-256 over the hash of the seal before, nothing for the
-- first, and the UTF-8 bytes of the lines: number; moment; last_entry, last_read, running and coming with blanks between; and each head as
-- "chain sequence hash", in the order of their bytes.
create table seal (
    number     bigint      primary key,
    at         timestamptz not null,
    -- The highest numbers that were seen.
    last_entry bigint      not null,
    last_read  bigint      not null,
    -- Of all transactions that change anything: those below the first were at their end, those from the second on had drawn no number.
    running    bigint      not null,
    coming     bigint      not null,
    heads      bigint      not null,
    hash       bytea       not null
);
create trigger only_grows before update or delete or truncate on seal for each statement execute function only_grows();

create table sealed_head (
    chain    text   collate "C" not null,
    sequence bigint not null,
    hash     bytea  not null,
    seal     bigint not null,
    primary key (chain, sequence)
);
create index sealed_head_seal on sealed_head (seal, chain, sequence);
create trigger only_grows before update or delete or truncate on sealed_head for each statement execute function only_grows();

-- What operators do with events is kept by the same rule.
create trigger only_grows before update or delete or truncate on event_operation for each statement execute function only_grows();
