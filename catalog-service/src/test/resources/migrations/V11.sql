insert into audit (subject, subject_id, action, actor, happened_at, value_before, value_after)
values ('IMAGE', '00000000-0000-0000-0000-000000000001', 'create', 'publisher', '2012-01-15Z', null, '{"name":"old-debian-1"}');
