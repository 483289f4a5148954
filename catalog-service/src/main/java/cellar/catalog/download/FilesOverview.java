package cellar.catalog.download;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up the files of imports, however many they have.
 */
@Component
class FilesOverview {

	private static final String SUMS = """
			select import_id, count(*) filter (where state = 'WAITING') as waiting,
			count(*) filter (where state = 'FETCHING') as fetching, count(*) filter (where state = 'KEPT') as kept,
			count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'SKIPPED') as skipped,
			coalesce(sum(bytes) filter (where state not in ('FAILED', 'SKIPPED')), 0) as bytes,
			coalesce(sum(total_bytes) filter (where state not in ('FAILED', 'SKIPPED')), 0) as total_bytes,
			floor(avg(case when state in ('WAITING', 'FETCHING')
				then coalesce(least(100.0 * bytes / nullif(total_bytes, 0), 100), 0) else 100 end)) as percent,
			max(settled_at) as settled_at
			from download where import_id in (:imports) group by import_id""";

	private final JdbcClient jdbc;

	FilesOverview(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<UUID, FilesProgress> of(Collection<UUID> imports) {
		if (imports.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(SUMS)
			.param("imports", imports)
			.query((row, index) -> Map.entry(row.getObject("import_id", UUID.class), sums(row)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static FilesProgress sums(ResultSet row) throws SQLException {
		OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
		return new FilesProgress(row.getLong("waiting"), row.getLong("fetching"), row.getLong("kept"),
				row.getLong("failed"), row.getLong("skipped"), row.getLong("bytes"), row.getLong("total_bytes"),
				row.getInt("percent"), (settledAt != null) ? settledAt.toInstant() : null);
	}

}
