-- What other systems deliver of a matter that is likely open already: proposed as another source item of that issue until somebody decides.
create table source_item_proposal (
    id                  uuid        primary key,
    version             bigint      not null,
    status              text        not null,
    campaign_id         uuid        not null,
    city_code           text        not null,
    region_code         text        not null,
    description         text        not null,
    category            text        not null,
    severity            text        not null,
    source              text        not null,
    document_number     text,
    item_number         text,
    dated               date,
    answer_due_on       date,
    -- Encrypted, and gone once it is decided: the source item has them then.
    text_received       bytea,
    answer_owed_to      bytea,
    complainant         bytea,
    source_key          text        not null,
    issue_id            uuid        not null references issue,
    score               int         not null,
    reasons             text        not null,
    delivered_at        timestamptz not null,
    delivered_by_person text        not null,
    delivered_by_name   text        not null,
    delivered_by_unit   text        not null,
    settled_at          timestamptz,
    settled_by          text,
    settled_by_person   text,
    reason              text,
    settled_in          uuid        references issue
);
-- Delivered twice it is proposed once.
create unique index source_item_proposal_once on source_item_proposal (source_key) where status = 'PENDING';
create index source_item_proposal_status on source_item_proposal (status, id);
create index source_item_proposal_city on source_item_proposal (city_code, status, id);
