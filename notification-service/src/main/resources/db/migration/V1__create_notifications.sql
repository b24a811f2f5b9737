-- What this service keeps of the campaigns (projection of their events): their titles.
create table campaign (
    id    uuid primary key,
    title text not null
);

-- What is or was owed (projection of the events of obligations and issues), one row for each thing and kind of debt. What is not
-- owed now stays, inactive, so that the versions of its deadline go on counting when it comes to be owed again. No foreign keys:
-- there is no order between aggregates.
create table owed (
    kind        text        not null,
    owed_id     uuid        not null,
    campaign_id uuid        not null,
    label       text        not null,
    city_code   text        not null,
    region_code text        not null,
    unit        text,
    due_on      date        not null,
    version     bigint      not null,
    since       timestamptz not null,
    active      boolean     not null,
    -- Whether a run has seen it as it is now.
    planned     boolean     not null,
    primary key (kind, owed_id)
);
create index owed_active on owed (due_on) where active;
create index owed_unplanned on owed (owed_id) where not planned;

-- Who holds which post. Unit '' is the office of the region, or a county or zone as such.
create table contact (
    id          uuid        primary key,
    version     bigint      not null,
    city_code   text        not null,
    region_code text        not null,
    unit        text        not null,
    post        text        not null,
    name        text        not null,
    email       text        not null,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    unique (region_code, unit, post)
);
create index contact_email on contact (email);

-- Who changed a contact and when; never the address. Rows are only ever added, in the transaction of the change.
create table contact_history (
    id          bigint generated always as identity primary key,
    contact_id  uuid        not null,
    version     bigint      not null,
    at          timestamptz not null,
    action      text        not null,
    by_person   text        not null,
    by_name     text        not null,
    by_role     text        not null,
    by_region   text        not null,
    region_code text        not null,
    unit        text        not null,
    post        text        not null
);
create index contact_history_contact on contact_history (contact_id, id);

-- One row: up to which day reminders were planned, and whether something since asks for another run. Its lock keeps runs apart.
create table planning (
    only_row    boolean primary key default true check (only_row),
    planned_day date,
    dirty       boolean not null default false
);
insert into planning default values;

-- One message to one address on one day. Claims, leases and back-off by the database's clock, days by the business clock.
create table dispatch (
    number           bigint generated always as identity unique,
    id               uuid        primary key,
    day              date        not null,
    address          text        not null,
    -- Whose it is, for callers' scopes: what everything in it has in common.
    city_code        text        not null,
    region_code      text        not null,
    unit             text        not null,
    -- The post of the recipient.
    recipient_region text        not null,
    recipient_unit   text        not null,
    recipient_role   text        not null,
    subject          text        not null,
    body             text        not null,
    status           text        not null,
    reason           text,
    attempts         int         not null default 0,
    not_before       timestamptz not null default clock_timestamp(),
    token            uuid,
    leased_until     timestamptz,
    server_answer    text,
    sent_at          timestamptz,
    sent_on          date,
    created_at       timestamptz not null default clock_timestamp()
);
create unique index dispatch_one_a_day on dispatch (address, day) where status <> 'CANCELLED';
create index dispatch_open on dispatch (number) where status in ('PENDING', 'SENDING');
create index dispatch_sent_on on dispatch (sent_on);
create index dispatch_day on dispatch (day);
create index dispatch_city on dispatch (city_code, number);

-- One row per thing owed, post, offset and version of the deadline: what makes that nobody is reminded of it twice.
create table reminder (
    number           bigint generated always as identity unique,
    id               uuid        primary key,
    kind             text        not null,
    owed_id          uuid        not null,
    deadline_version bigint      not null,
    offset_days      int         not null,
    post_region      text        not null,
    post_unit        text        not null,
    post_role        text        not null,
    city_code        text        not null,
    campaign_id      uuid        not null,
    label            text        not null,
    owed_region      text        not null,
    owed_unit        text        not null,
    due_on           date        not null,
    since            timestamptz not null,
    purpose          text        not null,
    at               timestamptz not null,
    day              date        not null,
    vacant           boolean     not null,
    state            text        not null,
    dispatch_id      uuid,
    unique (kind, owed_id, deadline_version, offset_days, post_region, post_unit, post_role)
);
create index reminder_city on reminder (city_code, number);
create index reminder_unreachable on reminder (number) where state = 'UNREACHABLE';

-- What a message brings, in its order: reminders, and what else is owed (those without one).
create table dispatch_item (
    dispatch_id      uuid        not null references dispatch,
    ordinal          int         not null,
    reminder_id      uuid        references reminder,
    kind             text        not null,
    owed_id          uuid        not null,
    deadline_version bigint      not null,
    label            text        not null,
    owed_region      text        not null,
    owed_unit        text        not null,
    due_on           date        not null,
    since            timestamptz not null,
    -- No longer owed at the moment of sending, so it was left out.
    dropped          boolean     not null default false,
    primary key (dispatch_id, ordinal)
);
create index dispatch_item_reminder on dispatch_item (reminder_id, dispatch_id) where reminder_id is not null;

-- Every attempt to send, by real time. One without an end was cut off: what became of it is not known.
create table dispatch_attempt (
    dispatch_id uuid        not null references dispatch,
    number      int         not null,
    started_at  timestamptz not null default clock_timestamp(),
    ended_at    timestamptz,
    outcome     text,
    answer      text,
    primary key (dispatch_id, number)
);
