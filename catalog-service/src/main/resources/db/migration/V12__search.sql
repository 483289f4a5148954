-- The words of a text: what punctuation keeps apart. The parser alone would take parts of names for files, hosts
-- or versions, and nobody would find them. What is no ASCII may be a letter in some language and is kept.
create function search_words(text text) returns text language sql immutable parallel safe
	return regexp_replace(lower(text), '[\u0001-\u002f:-@\[-`{-\u007f]+', ' ', 'g');

-- Asks for all words, each of which may go on. Quoted, none of them is taken for an operator.
create function search_query(q text) returns tsquery language sql immutable parallel safe
	return (select coalesce(to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & ')), ''::tsquery)
		from string_to_table(search_words(q), ' ') word where word <> '');

-- Operators that criteria cannot name. Both are short enough for the planner to see the operator and take an index.
create function search_matches(search tsvector, q text) returns boolean language sql immutable parallel safe
	return search @@ search_query(q);
create function has_labels(labels jsonb, wanted text) returns boolean language sql immutable parallel safe
	return labels @> wanted::jsonb;

alter table image add column search tsvector not null generated always as (to_tsvector('simple', search_words(
	name || ' ' || os || ' ' || architecture || ' ' || version || ' ' || description || ' ' || coalesce(notes, '')))) stored;
alter table published_image add column search tsvector not null generated always as (to_tsvector('simple', search_words(
	name || ' ' || os || ' ' || architecture || ' ' || version || ' ' || description || ' ' || coalesce(notes, '')))) stored;

create index image_search on image using gin (search);
create index image_labels on image using gin (labels jsonb_path_ops);
create index published_image_search on published_image using gin (search);
create index published_image_labels on published_image using gin (labels jsonb_path_ops);

-- One for each field that lists are sorted or filtered by. The id makes the order of a list stable.
drop index image_listing;
create index image_by_release on image (released_at desc, name, id);
create index image_by_state on image (state, id);
create index image_by_name on image (name, id);
create index image_by_os on image (os, id);
create index image_by_architecture on image (architecture, id);
create index image_by_version on image (version, id);
create index image_by_creation on image (created_at, id);
create index image_by_change on image (updated_at, id);

drop index published_image_listing;
create index published_image_by_release on published_image (released_at desc, name, id);
create index published_image_by_state on published_image (state, id);
create index published_image_by_name on published_image (name, id);
create index published_image_by_os on published_image (os, id);
create index published_image_by_architecture on published_image (architecture, id);
create index published_image_by_version on published_image (version, id);
create index published_image_by_creation on published_image (created_at, id);
create index published_image_by_change on published_image (updated_at, id);

-- Imports look for what they brought before. Addresses may be longer than a tree takes.
create index image_by_origin_url on image using hash (origin_url);
