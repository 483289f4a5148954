update image_transition set successor = 'old-debian-2';
insert into planned_transition values ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000001',
	'DEPRECATE', 'old', null, 'publisher', '2099-01-01Z', 'CANCELLED', null, '2012-01-15Z');
