-- Readers of the feed know entries by ids that never change, wherever the site moves to.
alter table publication_fence add column site_id uuid not null default gen_random_uuid();
