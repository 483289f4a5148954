package cellar.catalog.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one name stands for before and after a publication.
 *
 * @param name the readable name
 * @param before the fields that differ, as they were
 * @param after the same fields, as they are then
 */
public record ImageChange(String name, ObjectNode before, ObjectNode after) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Looks at what a diff names as changed.
	 * @param diff the diff between two snapshots
	 * @param before the older one
	 * @param after the newer one
	 * @param most how many changes are wanted
	 * @return the changes in the order of the diff
	 */
	public static List<ImageChange> of(Diff diff, Snapshot before, Snapshot after, int most) {
		Map<String, SnapshotImage> old = byName(before);
		Map<String, SnapshotImage> now = byName(after);
		return diff.changed()
			.stream()
			.limit(most)
			.map((name) -> between(name, JSON.valueToTree(old.get(name)), JSON.valueToTree(now.get(name))))
			.toList();
	}

	private static ImageChange between(String name, ObjectNode before, ObjectNode after) {
		TreeSet<String> fields = new TreeSet<>(before.propertyNames());
		fields.addAll(after.propertyNames());
		fields.removeIf((field) -> before.path(field).equals(after.path(field)));
		return new ImageChange(name, before.retain(fields), after.retain(fields));
	}

	private static Map<String, SnapshotImage> byName(Snapshot snapshot) {
		return snapshot.images().stream().collect(Collectors.toMap(SnapshotImage::name, Function.identity()));
	}

}
