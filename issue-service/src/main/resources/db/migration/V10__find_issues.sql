-- Lists are read along an index, page by page. Most are read in the order of registration: of the province, of a city, of a county.
drop index issue_city;
drop index issue_region;
create index issue_newest on issue (registered_at, id);
create index issue_city_newest on issue (city_code, registered_at, id);
create index issue_region_newest on issue (region_code, registered_at, id);

-- Year, city and number as one whole number: as a text 10000 comes before 9999, and only databases that compare by bytes find a prefix.
alter table issue add column ledger_place bigint not null generated always as (
    cast(substr(split_part(ledger_number, '-', 1), 3) as bigint) * 1000000000000000
    + cast(split_part(ledger_number, '-', 2) as bigint) * 1000000000
    + cast(split_part(ledger_number, '-', 3) as bigint)) stored;
create index issue_place on issue (ledger_place, id);
create index issue_city_place on issue (city_code, ledger_place, id);

-- Most issues are closed. What is not, what is due and what is asked for is little of a ledger that grows.
create index issue_open on issue (status, registered_at, id, city_code) where status <> 'CLOSED';
create index issue_region_open on issue (region_code, status, registered_at, id) where status <> 'CLOSED';
drop index issue_due;
create index issue_due on issue (registered_at, id, due_on) where due_on is not null;
create index issue_city_due on issue (city_code, registered_at, id, due_on) where due_on is not null;
create index issue_region_due on issue (region_code, registered_at, id, due_on) where due_on is not null;
create index issue_pending on issue (registered_at, id) where pending_requests <> '{}';
create index issue_answer on issue (registered_at, id) where answers_owed > 0;
create index issue_major on issue (city_code, registered_at, id) where severity = 'MAJOR';

-- Other orders. A city is a good part of the province, a county is not.
create index issue_deadline on issue (deadline, id) where deadline is not null;
create index issue_region_deadline on issue (region_code, deadline, id) where deadline is not null;
create index issue_closed on issue (closed_at, id) where closed_at is not null;
create index issue_region_closed on issue (region_code, closed_at, id) where closed_at is not null;

-- A unit sees what it leads, registered or helps with; PostgreSQL joins what the three find.
create index issue_lead_unit on issue (lead_unit, registered_at, id) where lead_unit is not null;
create index issue_registered_unit on issue (registered_unit, registered_at, id) where registered_unit is not null;
create index issue_cooperating_units on issue using gin (cooperating_units) where cooperating_units <> '{}';

create index issue_recurrence_of on issue (recurrence_of) where recurrence_of is not null;
create index issue_split_from on issue (split_from) where split_from is not null;

-- Document numbers are compared without blanks, full and half width alike.
create index source_item_document on source_item (regexp_replace(normalize(document_number, NFKC), '\s+', '', 'g'))
    where document_number is not null;

-- Saved views: what a person looks for again and again. The question is JSON of filter and order.
create table issue_view (
    id       uuid   primary key,
    version  bigint not null,
    person   text   not null,
    name     text   not null,
    question text   not null,
    unique (person, name)
);
