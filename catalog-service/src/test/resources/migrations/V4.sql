insert into image_transition (image_id, transition, reason, actor, happened_at)
values ('00000000-0000-0000-0000-000000000001', 'ACTIVATE', 'tried', 'publisher', '2012-01-15Z');
