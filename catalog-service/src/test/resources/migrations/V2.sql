insert into publication (serial, state, content_hash, snapshot, image_count, reason, actor, added, changed, removed, failures, created_at)
values (4, 'ABANDONED', repeat('3', 64), '{"images":[]}', 0, 'second', 'publisher', '{}', '{}', '{}', '{}', '2012-01-18Z');
