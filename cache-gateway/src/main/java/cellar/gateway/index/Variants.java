package cellar.gateway.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which variants there are of each object that has some, the oldest first.
 */
final class Variants {

	private final Map<Key, List<Key>> variants = new ConcurrentHashMap<>();

	void add(Key key) {
		if (key.variant() != null) {
			this.variants.merge(key.whole(), List.of(key), (known, added) -> known.contains(key) ? known
					: Stream.concat(known.stream(), added.stream()).toList());
		}
	}

	void remove(Key key) {
		if (key.variant() != null) {
			this.variants.computeIfPresent(key.whole(), (_, known) -> {
				List<Key> left = known.stream().filter((other) -> !other.equals(key)).toList();
				return left.isEmpty() ? null : left;
			});
		}
	}

	List<Key> of(Key key) {
		return this.variants.getOrDefault(key, List.of());
	}

}
