-- Trigrams tell how much two descriptions have in common. They are compared within one region, which the index of regions finds; an
-- index of trigrams would make every registration dearer and find little more.
create extension if not exists pg_trgm;
