package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many clients read random parts of random objects, while origins break off, objects
 * change, copies are purged, and the disk has room for a fraction of them. Whatever a
 * client gets is what one version of the object has at that place, and within one answer
 * all of it is of the same version.
 */
class RandomReadersTests {

	private static final int OBJECTS = 12;

	private static final int CLIENTS = 16;

	private static final long SEED = Long.getLong("soak.seed", 20_261_125L);

	private static final int REQUESTS = Integer.getInteger("soak.requests", 150);

	/** By their tags, which no two objects share. */
	private final Map<String, byte[]> versions = new ConcurrentHashMap<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicInteger answers = new AtomicInteger();

	@TempDir
	private Path directory;

	private Fixture fixture;

	@BeforeEach
	void open() {
		this.fixture = new Fixture(this.directory, 1_500_000, 0, 3);
		RandomGenerator random = random(0);
		for (int object = 0; object < OBJECTS; object++) {
			change("o" + object, 1, random);
		}
	}

	@AfterEach
	void close() {
		this.fixture.origin.breakAt(Integer.MAX_VALUE);
		this.fixture.close();
	}

	private static RandomGenerator random(int stream) {
		return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED * 31 + stream);
	}

	private void change(String object, int version, RandomGenerator random) {
		byte[] bytes = new byte[random.nextInt((random.nextInt(3) != 0) ? 900_000 : 70_000)];
		random.nextBytes(bytes);
		String etag = ((random.nextInt(4) != 0) ? "" : "W/") + "\"" + object + "-" + version + "\"";
		this.versions.put(etag, bytes);
		this.fixture.origin.put(object, bytes, etag);
	}

	@Test
	void everyAnswerIsPartOfOneVersion() throws Exception {
		List<Future<?>> running = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int client = 1; client <= CLIENTS; client++) {
				RandomGenerator random = random(client);
				running.add(threads.submit(() -> read(random)));
			}
			running.add(threads.submit(() -> disturb(random(-1))));
			for (Future<?> each : running) {
				each.get();
			}
		}
		catch (ExecutionException ex) {
			throw new AssertionError("With seed " + SEED, ex.getCause());
		}
		this.fixture.origin.breakAt(Integer.MAX_VALUE);
		this.fixture.settle();
		Contents.Figures figures = this.fixture.contents().figures();
		assertThat(figures.bytes()).isLessThanOrEqualTo(1_500_000);
		assertThat(figures.reservedBytes()).isZero();
		assertThat(figures.evictions()).isPositive();
		assertThat(this.answers).hasValueGreaterThan(CLIENTS * REQUESTS / 2);
		for (int object = 0; object < OBJECTS; object++) {
			this.fixture.contents().purge(new Selection(null, "o" + object));
		}
		assertThat(this.fixture.copies()).isEmpty();
		assertThat(this.fixture.unfinished()).isEmpty();
		assertThat(this.fixture.contents().figures().bytes()).isZero();
	}

	private void disturb(RandomGenerator random) {
		int version = 2;
		for (int step = 0; step < REQUESTS; step++) {
			String object = "o" + random.nextInt(OBJECTS);
			switch (random.nextInt(8)) {
				case 0 -> change(object, version++, random);
				case 1 -> this.fixture.contents().purge(new Selection(null, object));
				case 2 -> this.fixture.origin.breakAt(1 + random.nextInt(300_000));
				case 3 -> this.fixture.clock.advance(Duration.ofSeconds(random.nextInt(40)));
				default -> this.fixture.origin.breakAt(Integer.MAX_VALUE);
			}
			Thread.yield();
		}
	}

	private Void read(RandomGenerator random) {
		for (int request = 0; request < REQUESTS; request++) {
			String object = "o" + random.nextInt(OBJECTS);
			Reply reply = this.fixture.get(object, portion(random));
			if (reply instanceof Reply.Found found) {
				try (Body body = found.body()) {
					readPart(object, found, body, random);
				}
			}
			else {
				assertThat(reply).isInstanceOf(Reply.Failed.class);
				this.failures.incrementAndGet();
			}
		}
		return null;
	}

	private static Portion portion(RandomGenerator random) {
		return switch (random.nextInt(4)) {
			case 0 -> Portion.ALL;
			case 1 -> new Portion(-1 - random.nextInt(200_000), Long.MAX_VALUE);
			default -> {
				long first = random.nextInt(800_000);
				yield new Portion(first, first + 1 + random.nextInt(300_000));
			}
		};
	}

	private void readPart(String object, Reply.Found found, Body body, RandomGenerator random) {
		String etag = Objects.requireNonNull(found.representation().etag());
		byte[] expected = Objects.requireNonNull(this.versions.get(etag), "the version that was announced");
		assertThat(etag).contains("\"" + object + "-");
		if (found.representation().length() >= 0) {
			assertThat(found.representation().length()).isEqualTo(expected.length);
		}
		int first = (expected.length > 0) ? random.nextInt(expected.length) : 0;
		int end = first + random.nextInt(expected.length - first + 1);
		int position = first;
		int step = 1 + random.nextInt(50_000);
		try {
			while (position < end) {
				byte[] read = Fixture.next(body, position, Math.min(end, position + step));
				assertThat(read).as("bytes before the end").isNotEmpty();
				assertThat(read).isEqualTo(Arrays.copyOfRange(expected, position, position + read.length));
				position += read.length;
			}
			this.answers.incrementAndGet();
		}
		catch (IOException ex) {
			// It broke off, and said so.
			this.failures.incrementAndGet();
		}
	}

}
