package cellar.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that an earlier version of the service made and wrote to, brought up to
 * date.
 */
final class OldDatabase {

	private final String url;

	private final DriverManagerDataSource source;

	private final JdbcClient jdbc;

	private OldDatabase(String url) {
		this.url = url;
		this.source = new DriverManagerDataSource(url);
		this.jdbc = JdbcClient.create(this.source);
	}

	static OldDatabase empty() {
		return new OldDatabase(Parts.newDatabase()).upToDate();
	}

	/**
	 * Writes rows of each version as soon as that is the newest, and brings a copy up to
	 * date each time.
	 * @param last the last version that wrote
	 * @return a database for each version, the first one first
	 */
	static List<OldDatabase> ofVersionsTo(int last) {
		OldDatabase growing = new OldDatabase(Parts.newDatabase());
		List<OldDatabase> copies = new ArrayList<>();
		for (int version : growing.versionsTo(last)) {
			growing.flyway(Integer.toString(version)).migrate();
			growing.write(version);
			copies.add(growing.copy().upToDate());
		}
		return copies;
	}

	// Numbers that were given up leave gaps.
	private List<Integer> versionsTo(int last) {
		return Stream.of(flyway("latest").info().all())
			.map((migration) -> Integer.valueOf(migration.getVersion().getVersion()))
			.filter((version) -> version <= last)
			.sorted()
			.toList();
	}

	static int newestVersion() {
		return Integer
			.parseInt(empty().jdbc.sql("select version from flyway_schema_history order by installed_rank desc limit 1")
				.query(String.class)
				.single());
	}

	private OldDatabase copy() {
		String name = "copy" + UUID.randomUUID().toString().replace("-", "");
		String original = this.url.replaceAll(".*/|\\?.*", "");
		new OldDatabase(Parts.newDatabase()).jdbc.sql("create database %s template %s".formatted(name, original))
			.update();
		return new OldDatabase(this.url.replace(original, name));
	}

	private OldDatabase upToDate() {
		flyway("latest").migrate();
		return this;
	}

	private Flyway flyway(String target) {
		return Flyway.configure().dataSource(this.source).target(target).load();
	}

	String url() {
		return this.url;
	}

	private void write(int version) {
		try (InputStream rows = OldDatabase.class.getResourceAsStream("/migrations/V" + version + ".sql")) {
			if (rows != null) {
				this.jdbc.sql(new String(rows.readAllBytes(), StandardCharsets.UTF_8)).update();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	// What the tables are made of.
	List<String> shape() {
		return this.jdbc
			.sql("""
					select table_name || '.' || column_name || ' ' || udt_name || coalesce(character_maximum_length::text, '')
						|| ' ' || is_nullable || ' ' || coalesce(column_default, '')
					from information_schema.columns where table_schema = 'public'
					union all select indexdef from pg_indexes where schemaname = 'public'
					union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
					where connamespace = 'public'::regnamespace
					order by 1""")
			.query((row, number) -> row.getString(1))
			.list();
	}

}
