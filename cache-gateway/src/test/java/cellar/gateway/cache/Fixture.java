package cellar.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import cellar.common.test.SettableClock;
import cellar.gateway.freshness.FreshnessPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk cache over a directory, with an origin and a clock of its own.
 */
class Fixture {

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(Duration.ofMinutes(1), Duration.ZERO,
			Duration.ofHours(1), Duration.ofSeconds(10));

	final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

	final InMemoryOrigin origin = new InMemoryOrigin(this.clock);

	final Path directory;

	private final long maxSize;

	private final long minFree;

	private DiskEngine engine;

	Fixture(Path directory, long maxSize, long minFree) {
		this.directory = directory;
		this.maxSize = maxSize;
		this.minFree = minFree;
		this.engine = open();
	}

	private DiskEngine open() {
		try {
			return DiskEngine.open(this.directory, this.maxSize, this.minFree, this.clock);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Starts anew over the same directory, as after a crash. */
	void restart() {
		this.engine = open();
	}

	Reply get(String object) {
		return this.engine.cache().get(lookup(object, POLICY));
	}

	Reply get(String object, Duration staleWhileRevalidate) {
		return this.engine.cache()
			.get(lookup(object, new FreshnessPolicy(POLICY.defaultTtl(), staleWhileRevalidate, POLICY.staleIfError(),
					POLICY.negativeTtl())));
	}

	Reply head(String object) {
		return this.engine.cache().head(lookup(object, POLICY));
	}

	private Lookup lookup(String object, FreshnessPolicy policy) {
		return new Lookup(new Key("/", this.origin.identity(), object), this.origin, policy);
	}

	Reply.Found found(String object) {
		return found(get(object));
	}

	static Reply.Found found(Reply reply) {
		assertThat(reply).isInstanceOf(Reply.Found.class);
		return (Reply.Found) reply;
	}

	byte[] fetch(String object) throws IOException {
		try (Body body = found(object).body()) {
			return read(body);
		}
	}

	/**
	 * Fetches an object and waits until its copy is stored.
	 * @param object the object
	 */
	void store(String object) throws IOException {
		int before = contents().figures().objects();
		fetch(object);
		settle();
		assertThat(contents().figures().objects()).isGreaterThanOrEqualTo(before);
	}

	void settle() {
		Awaitility.await().until(() -> contents().figures().fills() == 0);
	}

	Contents contents() {
		return this.engine.contents();
	}

	List<Path> files(String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList();
		}
	}

	static byte[] read(Body body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ByteBuffer buffer = ByteBuffer.allocate(10_000);
		while (true) {
			buffer.clear();
			int read = body.read(buffer, bytes.size());
			if (read < 0) {
				return bytes.toByteArray();
			}
			bytes.write(buffer.array(), 0, read);
		}
	}

	static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
