package cellar.gateway.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.junit.jupiter.api.Test;

import cellar.gateway.disk.Blocks;
import cellar.gateway.disk.FileName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replays what a site sees: small objects and images, both by popularity (Zipf), and now
 * and then somebody who mirrors all images. Prints how often each way of evicting has
 * what is asked for.
 */
class EvictionTraceTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_126L);

	private static final int REQUESTS = 200_000;

	private static final int SMALL = 3_000;

	private static final int IMAGES = 200;

	private static final int MIRRORED_EVERY = 20_000;

	/** About a sixth of all images. */
	private static final long SPACE = 50L << 30;

	private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

	private final long[] sizes = new long[SMALL + IMAGES];

	private final double[] popularSmall = zipf(SMALL, 0.9);

	private final double[] popularImages = zipf(IMAGES, 0.8);

	@Test
	void mirroringPushesOutLessThanItWouldByRecency() {
		for (int i = 0; i < this.sizes.length; i++) {
			this.sizes[i] = (i < SMALL) ? 1024 + this.random.nextInt(64 * 1024)
					: (300L << 20) + this.random.nextLong(2700L << 20);
		}
		Tally ours = new Tally("S3-FIFO (ours)", new Ours());
		Tally recency = new Tally("LRU", new Recency());
		List<Tally> tallies = List.of(ours, recency, new Tally("W-TinyLFU (Caffeine)", new TinyLfu()));
		for (int request = 1; request <= REQUESTS; request++) {
			int object = (this.random.nextInt(10) < 7) ? any(this.popularSmall) : SMALL + any(this.popularImages);
			tallies.forEach((tally) -> tally.ask(object));
			if (request % MIRRORED_EVERY == 0) {
				for (int image = SMALL; image < this.sizes.length; image++) {
					int mirrored = image;
					tallies.forEach((tally) -> tally.policy.use(mirrored));
				}
			}
		}
		tallies.forEach(System.out::println);
		// All small ones together need less room than one image.
		assertThat(ours.small()).isGreaterThan(0.9).isGreaterThan(recency.small());
		assertThat(ours.bytes()).isGreaterThan(recency.bytes());
	}

	private static double[] zipf(int count, double exponent) {
		double[] upTo = new double[count];
		double sum = 0;
		for (int i = 0; i < count; i++) {
			sum += Math.pow(i + 1, -exponent);
			upTo[i] = sum;
		}
		return upTo;
	}

	private int any(double[] upTo) {
		int at = Arrays.binarySearch(upTo, this.random.nextDouble() * upTo[upTo.length - 1]);
		return (at >= 0) ? at : -at - 1;
	}

	/**
	 * What was asked for and what was there of it.
	 */
	private final class Tally {

		private final String name;

		private final Policy policy;

		private long asked;

		private long there;

		private long smallAsked;

		private long smallThere;

		private long bytesAsked;

		private long bytesThere;

		Tally(String name, Policy policy) {
			this.name = name;
			this.policy = policy;
		}

		void ask(int object) {
			boolean hit = this.policy.use(object);
			long size = EvictionTraceTests.this.sizes[object];
			this.asked++;
			this.bytesAsked += size;
			if (object < SMALL) {
				this.smallAsked++;
			}
			if (hit) {
				this.there++;
				this.bytesThere += size;
				this.smallThere += (object < SMALL) ? 1 : 0;
			}
		}

		double small() {
			return (double) this.smallThere / this.smallAsked;
		}

		double bytes() {
			return (double) this.bytesThere / this.bytesAsked;
		}

		@Override
		public String toString() {
			return "%-20s hits %.3f, of small objects %.4f, of bytes %.3f".formatted(this.name,
					(double) this.there / this.asked, small(), bytes());
		}

	}

	/**
	 * A way of evicting.
	 */
	private interface Policy {

		/**
		 * Asks for an object, which is there from then on if there is room for it.
		 * @param object the object
		 * @return whether it was there
		 */
		boolean use(int object);

	}

	private final class Ours implements Policy {

		private final Key.Space space = new Key.Space("/", "trace");

		private final Index index = new Index(SPACE, Pins.NONE);

		@Override
		public boolean use(int object) {
			Key key = Key.of(this.space, Integer.toString(object));
			if (this.index.use(key) != null) {
				return true;
			}
			long size = Blocks.footprint(EvictionTraceTests.this.sizes[object]);
			Index.Grant grant = this.index.reserve(size, 0);
			grant.victims().forEach(this.index::settle);
			assertThat(grant.given()).isTrue();
			this.index.put(new Entry(key, new FileName(key.fileHash(), object, size, 4096), size), size);
			return false;
		}

	}

	private final class Recency implements Policy {

		private final LinkedHashMap<Integer, Long> held = new LinkedHashMap<>(16, 0.75f, true);

		private long bytes;

		@Override
		public boolean use(int object) {
			if (this.held.get(object) != null) {
				return true;
			}
			long size = EvictionTraceTests.this.sizes[object];
			while (this.bytes + size > SPACE) {
				this.bytes -= this.held.pollFirstEntry().getValue();
			}
			this.held.put(object, size);
			this.bytes += size;
			return false;
		}

	}

	private final class TinyLfu implements Policy {

		private final Map<Integer, Integer> blocks = new HashMap<>();

		private final Cache<Integer, Integer> held = Caffeine.newBuilder()
			.maximumWeight(SPACE / Blocks.SIZE)
			.weigher((Integer object, Integer weight) -> weight)
			.executor(Runnable::run)
			.build();

		@Override
		public boolean use(int object) {
			if (this.held.getIfPresent(object) != null) {
				return true;
			}
			this.held.put(object, this.blocks.computeIfAbsent(object,
					(key) -> (int) Blocks.count(EvictionTraceTests.this.sizes[key])));
			return false;
		}

	}

}
