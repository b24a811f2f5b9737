-- Whose close-out was revoked has requested it: of the return rate.
alter table issue add column revocations int not null default 0;
