package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

import org.springframework.stereotype.Component;

import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;

/**
 * Looks for the artifacts of a snapshot in the store, many at once. What was right a
 * short time ago is not looked for again, so that publications in a row are quick.
 */
@Component
class ArtifactCheck {

	private static final Duration GOOD_FOR = Duration.ofMinutes(10);

	/** Less than the connections that the client of the store keeps. */
	private static final int AT_ONCE = 16;

	private final ObjectStore store;

	private final Buckets buckets;

	private final Clock clock;

	private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();

	ArtifactCheck(ObjectStore store, Buckets buckets, Clock clock) {
		this.store = store;
		this.buckets = buckets;
		this.clock = clock;
	}

	List<String> objections(List<SnapshotImage> images) {
		Instant now = this.clock.instant();
		List<String> objections = images.stream()
			.filter((image) -> !wasSeen(image, now))
			.gather(Gatherers.mapConcurrent(AT_ONCE, this::look))
			.flatMap(Optional::stream)
			.toList();
		// Nothing is kept for images that are not published any more.
		this.sightings.keySet().retainAll(images.stream().map(SnapshotImage::key).collect(Collectors.toSet()));
		return objections;
	}

	private boolean wasSeen(SnapshotImage image, Instant now) {
		Sighting sighting = this.sightings.get(image.key());
		// A clock that was set back makes no sighting good for longer.
		return sighting != null && sighting.size() == image.size() && !sighting.at().isAfter(now)
				&& sighting.at().plus(GOOD_FOR).isAfter(now);
	}

	private Optional<String> look(SnapshotImage image) {
		OptionalLong size = this.store.size(this.buckets.images(), image.key());
		if (size.isEmpty()) {
			return Optional.of("The artifact of '%s' is not in the store".formatted(image.name()));
		}
		if (size.getAsLong() != image.size()) {
			return Optional.of("The artifact of '%s' has %d bytes in the store instead of %d".formatted(image.name(),
					size.getAsLong(), image.size()));
		}
		this.sightings.put(image.key(), new Sighting(image.size(), this.clock.instant()));
		return Optional.empty();
	}

	/**
	 * An artifact that was there.
	 */
	private record Sighting(long size, Instant at) {

	}

}
