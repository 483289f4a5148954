insert into image (id, name, os, architecture, version, description, hypervisors, virtualization_type, single_kernel,
	recipe, contact, login_user, state, released_at, stamp, artifact_upload_id, artifact_key, artifact_size,
	artifact_sha256, artifact_md5, created_at, updated_at, created_by, row_version)
values ('00000000-0000-0000-0000-000000000001', 'old-debian-1', 'debian', 'x86_64', '2012.1.14', 'Debian 6', '{xen,kvm}',
	'paravirtual', true, 'debian-based', 'images@example.org', 'root', 'ACTIVE', '2012-01-14T15:21:38Z', '3752-f34a',
	'00000000-0000-0000-0000-00000000000a', 'old-debian-1/a/b.tgz', 11, repeat('a', 64),
	'5eb63bbbe01eeed093cb22bb8f5acdc3', '2012-01-15Z', '2012-01-15Z', 'publisher', 0);
insert into image (id, name, os, architecture, version, description, hypervisors, virtualization_type, single_kernel,
	recipe, contact, state, released_at, stamp, origin_number, origin_url, origin_facts, created_at, updated_at, created_by, row_version)
values ('00000000-0000-0000-0000-000000000002', 'old-draft', 'ubuntu', 'i386', '1', 'Draft', '{kvm}', 'hvm', false,
	'ubuntu-based', '', 'DRAFT', '2012-01-14Z', '0000-0000', '0481432305', 'http://example.org/a.tgz', '{}', '2012-01-15Z',
	'2012-01-15Z', 'publisher', 3);

insert into upload values ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000001',
	'old-debian-1/a/b.tgz', 'multipart', 'BOUND', 'publisher', '2012-01-15Z', '2012-01-15Z');
insert into upload values ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-000000000002',
	'old-draft/b/c.tgz', null, 'ORPHANED', 'publisher', '2012-01-15Z', '2012-01-15Z');

insert into import values ('00000000-0000-0000-0000-000000000003', 'COMPLETED', 'http://example.org/catalog', null, null,
	'publisher', '2012-01-15Z', '2012-01-15Z');
insert into import_entry values ('00000000-0000-0000-0000-000000000003', 0, 'x', 'REPAIRED', '{"no date"}',
	'00000000-0000-0000-0000-000000000002');

insert into publication (serial, state, content_hash, snapshot, reason, actor, added, changed, removed, failures, created_at, published_at)
values (1, 'SUPERSEDED', repeat('0', 64), '{"images":[]}', 'nothing yet', 'publisher', '{}', '{}', '{}', '{}', '2012-01-15Z', '2012-01-15Z'),
	(2, 'LIVE', repeat('1', 64), '{"images":[{"id":"00000000-0000-0000-0000-000000000001","name":"old-debian-1","os":"debian","architecture":"x86_64","version":"2012.1.14","description":"Debian 6","hypervisors":["xen","kvm"],"virtualizationType":"paravirtual","singleKernel":true,"recipe":"debian-based","contact":"images@example.org","loginUser":"root","eustoreName":"0481432305","releasedAt":"2012-01-14T15:21:38Z","stamp":"3752-f34a","state":"ACTIVE","key":"old-debian-1/a/b.tgz","url":"starter-emis/old-debian-1/a/b.tgz","size":11,"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","md5":"5eb63bbbe01eeed093cb22bb8f5acdc3"}]}',
	'first', 'publisher', '{old-debian-1}', '{}', '{}', '{}', '2012-01-16Z', '2012-01-16Z'),
	(3, 'ABANDONED', repeat('2', 64), '{"images":[]}', 'broken', 'publisher', '{}', '{}', '{}', '{"not there"}', '2012-01-17Z', null);
alter sequence publication_serial restart with 5;
insert into publication_document values (1, 'catalog.json', 'application/json', '\x7b7d'), (2, 'catalog.json', 'application/json', '\x7b7d');
insert into publication_image values (2, '00000000-0000-0000-0000-000000000001');
update publication_fence set serial = 2;
