import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cellar.parts.ObjectStoreServer;
import cellar.parts.PostgresServer;

/**
 * Fills a catalog with rows, then asks it for lists and publications as clients do.
 */
class Scale {

	private static final String BASE = "http://127.0.0.1:18081/api/v1";

	private static final String MANAGEMENT = "http://127.0.0.1:19081/actuator/health/readiness";

	private static final String TOKEN = "bench";

	private static final int SIZE = 16;

	private static final int PUBLICATIONS = 4;

	private static final Pattern SERIAL = Pattern.compile("\"serial\":(\\d+)");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path directory;

	private final int images;

	private final int publications;

	private final int requests;

	private Scale(Path directory, int images, int publications, int requests) {
		this.directory = directory;
		this.images = images;
		this.publications = publications;
		this.requests = requests;
	}

	static void main(String[] args) throws Exception {
		Path directory = Path.of(args[1]);
		new Scale(directory, Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]))
			.run(Path.of(args[0]));
	}

	private void run(Path jar) throws Exception {
		Path objects = Files.createDirectories(this.directory.resolve("store/objects"));
		try (PostgresServer postgres = PostgresServer.startTemporary();
				ObjectStoreServer store = ObjectStoreServer.start(this.directory.resolve("store"),
						this.directory.resolve("store.log"), 18083, "bench", "bench-secret", List.of())) {
			String url = postgres.createDatabase("catalog");
			Process service = start(jar, url);
			try (Connection connection = DriverManager.getConnection(url)) {
				awaitReady(service);
				fill(connection, objects.resolve("starter-emis"));
				measure(connection);
			}
			finally {
				service.destroy();
				service.waitFor();
			}
		}
	}

	private Process start(Path jar, String database) throws Exception {
		String hash = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
		List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g", "-jar",
				jar.toString(), "--server.port=18081", "--management.server.port=19081",
				"--spring.datasource.url=" + database, "--cellar.catalog.store.endpoint=http://127.0.0.1:18083",
				"--cellar.catalog.store.access-key=bench", "--cellar.catalog.store.secret-key=bench-secret",
				"--cellar.security.tokens[0].name=bench", "--cellar.security.tokens[0].hash={sha256}" + hash,
				"--cellar.security.tokens[0].roles=operator,publisher");
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("service.log").toFile())
			.start();
	}

	private void awaitReady(Process service) throws Exception {
		while (true) {
			if (!service.isAlive()) {
				throw new IllegalStateException(Files.readString(this.directory.resolve("service.log")));
			}
			try {
				if (get(MANAGEMENT, false).statusCode() == 200) {
					return;
				}
			}
			catch (IOException ex) {
				// It does not listen yet.
			}
			Thread.sleep(200);
		}
	}

	private void fill(Connection connection, Path bucket) throws Exception {
		long start = System.nanoTime();
		execute(connection, """
				insert into image (id, name, os, architecture, version, description, hypervisors, virtualization_type,
					single_kernel, recipe, contact, state, released_at, stamp, artifact_upload_id, artifact_key,
					artifact_size, artifact_sha256, artifact_md5, created_at, updated_at, created_by, row_version)
				select gen_random_uuid(), name, os, (array['x86_64', 'i386', 'arm64'])[1 + i %% 3], '2026.' || i,
					initcap(os) || ' number ' || i || ', 2 GB root, word' || i %% 997, '{kvm,xen}', 'hvm', false,
					os || '-based', 'images@example.org', 'ACTIVE', now() - i * interval '1 hour', '3752-f34a',
					gen_random_uuid(), name || '/' || gen_random_uuid() || '/' || name || '.tgz', %d,
					encode(sha256(name::bytea), 'hex'), md5(name), now() - i * interval '1 hour', now(), 'bench', 0
				from (select i, os, os || '-x-' || lpad(i::text, 6, '0') as name from (select i,
					(array['debian', 'ubuntu', 'centos', 'fedora', 'opensuse'])[1 + i %% 5] as os
					from generate_series(1, %d) i) each) named""".formatted(SIZE, this.images));
		byte[] content = new byte[SIZE];
		try (ResultSet keys = connection.createStatement().executeQuery("select artifact_key from image")) {
			while (keys.next()) {
				Path file = bucket.resolve(keys.getString(1));
				Files.createDirectories(file.getParent());
				Files.write(file, content);
			}
		}
		execute(connection, "analyze");
		print("filled in %d images in %s", this.images, since(start));
	}

	/**
	 * Copies the publication that is there, each with some more of its images than the one before.
	 */
	private void copyPublications(Connection connection) throws SQLException {
		long start = System.nanoTime();
		execute(connection, """
				create temporary table entry as select entry.value::text as text, number
				from publication join publication_snapshot using (serial),
					json_array_elements(content::json -> 'images') with ordinality entry (value, number)
				where state = 'LIVE'""");
		execute(connection, "select setval('publication_serial', (select max(serial) from publication) + %d)"
			.formatted(this.publications));
		execute(connection, """
				insert into publication (serial, state, content_hash, reason, actor, added, changed, removed, failures,
					created_at, published_at, image_count)
				select live.serial + k, 'SUPERSEDED', live.content_hash, 'copy', 'bench', '{}', '{}', '{}', '{}', now(), now(),
					greatest(1, k * live.image_count / %1$d)
				from (select * from publication where state = 'LIVE') live, generate_series(1, %1$d) k"""
			.formatted(this.publications));
		execute(connection, """
				insert into publication_snapshot (serial, content)
				select serial, '{"images":[' || (select string_agg(text, ',') from entry where number <= image_count) || ']}'
				from publication where reason = 'copy'""");
		execute(connection, "analyze");
		print("filled in %d publications in %s", this.publications, since(start));
	}

	private void measure(Connection connection) throws Exception {
		publish(connection, "of everything, the first");
		copyPublications(connection);
		for (int i = 1; i <= PUBLICATIONS; i++) {
			execute(connection, "update image set description = description || ' again' where name like '%%-%06d'"
				.formatted(i));
			publish(connection, "of one change");
		}
		print("%-34s %10s %10s %10s", "list page, 20 images", "p50 ms", "p99 ms", "max ms");
		for (boolean publisher : new boolean[] { false, true }) {
			String who = (publisher) ? "publisher, " : "anyone, ";
			list(who + "plain", "/images?page=0&size=20", publisher);
			list(who + "filtered", "/images?os=debian&architecture=x86_64", publisher);
			list(who + "searched", "/images?q=word" + 42, publisher);
			list(who + "searched, many hits", "/images?q=root", publisher);
			list(who + "last page", "/images?size=20&page=" + (this.images / 20 - 1), publisher);
			list(who + "last page, by name", "/images?sort=name&size=20&page=" + (this.images / 20 - 1), publisher);
		}
		list("publications", "/publications", true);
		print("%-34s %10s", "document", "bytes");
		rows(connection, """
				select name, length(content) from publication_document
				where serial = (select max(serial) from publication_document) and length(content) > 10000 order by 2 desc""");
		print("%-34s %10s", "table", "bytes");
		rows(connection, """
				select relname, pg_total_relation_size(oid) from pg_class
				where relkind = 'r' and pg_total_relation_size(oid) > 1000000 and relnamespace = 'public'::regnamespace order by 2 desc""");
		rows(connection, "select 'database', pg_database_size(current_database())");
	}

	private void publish(Connection connection, String what) throws Exception {
		long start = System.nanoTime();
		HttpRequest request = request(BASE + "/publications", true).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"bench\"}"))
			.build();
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		Duration taken = since(start);
		String serial = find(SERIAL, answer.body());
		String state = "";
		while (!List.of("LIVE", "ABANDONED", "SUPERSEDED").contains(state)) {
			Thread.sleep(20);
			try (ResultSet row = connection.createStatement()
				.executeQuery("select state from publication where serial = " + serial)) {
				row.next();
				state = row.getString(1);
			}
		}
		print("publication %s: %s after %d ms, answered after %d ms", what, state, since(start).toMillis(),
				taken.toMillis());
	}

	private void list(String what, String path, boolean publisher) throws Exception {
		long[] times = new long[this.requests];
		for (int i = -this.requests / 3; i < this.requests; i++) {
			long start = System.nanoTime();
			HttpResponse<String> answer = get(BASE + path, publisher);
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(path + ": " + answer.body());
			}
			if (i >= 0) {
				times[i] = System.nanoTime() - start;
			}
		}
		Arrays.sort(times);
		print("%-34s %10.1f %10.1f %10.1f", what, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6,
				times[times.length - 1] / 1e6);
	}

	private HttpResponse<String> get(String url, boolean publisher) throws Exception {
		return this.http.send(request(url, publisher).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(String url, boolean publisher) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(2));
		return (publisher) ? request.header("Authorization", "Bearer " + TOKEN) : request;
	}

	private static String find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException(text);
		}
		return matcher.group(1);
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void rows(Connection connection, String sql) throws SQLException {
		try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
			while (rows.next()) {
				print("%-34s %10d", rows.getString(1), rows.getLong(2));
			}
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static void print(String format, Object... values) {
		System.out.println(format.formatted(values));
	}

}
