package cellar.catalog.image;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some thousand images, written straight into the database.
 *
 * @param jdbc the database
 */
record ManyImages(JdbcClient jdbc) {

	private static final String COLUMNS = """
			id, name, os, architecture, version, description, hypervisors, virtualization_type, single_kernel, recipe,
			contact, notes, verifications, labels, state, released_at, stamp, artifact_upload_id, artifact_key,
			artifact_size, artifact_sha256, artifact_md5, created_at, updated_at""";

	/** Most are alike; some few differ in each respect. */
	private static final String VALUES = """
			gen_random_uuid(), 'bulk-' || n, case when n % 1000 = 7 then 'plan9' when n % 3 = 0 then 'ubuntu' else 'debian' end,
			case when n % 1000 = 8 then 'armhf' else 'x86_64' end, 'v' || n % 500, 'Image for tests', '{kvm}', 'hvm', false,
			'none', '', repeat('words of some length ', 20), '[]', jsonb_build_object('team', 't' || n % 100),
			case when n % 1000 = 9 then 'DEPRECATED' else 'ACTIVE' end, now() - n * interval '1 hour', '0000-0000',
			gen_random_uuid(), 'bulk/' || n, 1, repeat('0', 64), repeat('0', 32), now() - n * interval '1 minute', now()""";

	void add(int count) {
		this.jdbc
			.sql("insert into image (%s, created_by, row_version) select %s, 'bulk', 0 from generate_series(1, %d) n"
				.formatted(COLUMNS, VALUES, count))
			.update();
		this.jdbc
			.sql("insert into published_image (%s, url, since) select %s, 'u', 1 from generate_series(1, %d) n"
				.formatted(COLUMNS, VALUES, count))
			.update();
		vacuum();
	}

	void remove() {
		this.jdbc.sql("delete from image where created_by = 'bulk'").update();
		this.jdbc.sql("delete from published_image where url = 'u'").update();
		vacuum();
	}

	private void vacuum() {
		this.jdbc.sql("vacuum analyze image").update();
		this.jdbc.sql("vacuum analyze published_image").update();
	}

}
