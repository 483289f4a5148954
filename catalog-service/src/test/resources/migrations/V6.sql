insert into channel_pointer values ('stable', 'debian', 'x86_64', '00000000-0000-0000-0000-000000000001');
insert into channel_move (channel, os, architecture, to_image_id, reason, actor, moved_at)
values ('stable', 'debian', 'x86_64', '00000000-0000-0000-0000-000000000001', 'first', 'publisher', '2012-01-15Z');
insert into published_channel values ('stable', 'debian', 'x86_64', '00000000-0000-0000-0000-000000000001', 'old-debian-1', 2);
