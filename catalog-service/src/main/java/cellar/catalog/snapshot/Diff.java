package cellar.catalog.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a publication changes, by image names.
 *
 * @param added names that were not there
 * @param changed names that stand for something else now
 * @param removed names that are gone
 */
@Embeddable
public record Diff(@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "varchar(64)[]") List<String> added,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "varchar(64)[]") List<String> changed,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "varchar(64)[]") List<String> removed) {

	public Diff {
		added = List.copyOf(added);
		changed = List.copyOf(changed);
		removed = List.copyOf(removed);
	}

	/**
	 * Compares two snapshots.
	 * @param before the older one
	 * @param after the newer one
	 * @return what the newer one changes
	 */
	public static Diff between(Snapshot before, Snapshot after) {
		Map<String, SnapshotImage> old = byName(before);
		Map<String, SnapshotImage> now = byName(after);
		return new Diff(now.keySet().stream().filter((name) -> !old.containsKey(name)).sorted().toList(),
				now.entrySet()
					.stream()
					.filter((entry) -> old.containsKey(entry.getKey())
							&& !Objects.equals(entry.getValue(), old.get(entry.getKey())))
					.map(Map.Entry::getKey)
					.sorted()
					.toList(),
				old.keySet().stream().filter((name) -> !now.containsKey(name)).sorted().toList());
	}

	private static Map<String, SnapshotImage> byName(Snapshot snapshot) {
		return snapshot.images().stream().collect(Collectors.toMap(SnapshotImage::name, Function.identity()));
	}

}
