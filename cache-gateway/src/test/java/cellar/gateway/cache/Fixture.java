package cellar.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import cellar.common.test.SettableClock;
import cellar.gateway.disk.Storage;
import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.index.Key;
import cellar.gateway.index.Pins;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Piece;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.store.Pace;
import cellar.gateway.store.StoreLimits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk cache over a directory, with an origin and a clock of its own.
 */
class Fixture implements AutoCloseable {

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(Duration.ofMinutes(1), Duration.ZERO,
			Duration.ofHours(1), Duration.ofSeconds(10));

	static final int SLICE = 64 * 1024;

	private static final int MEMORY = 1_600_000;

	private static final FillLimits FILL = new FillLimits(4, 16, 0, 0.5);

	final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

	final InMemoryOrigin origin = new InMemoryOrigin(this.clock);

	private final Storage storage;

	final Path directory;

	private final StoreLimits limits;

	private DiskEngine engine;

	Fixture(Path directory, long maxSize, long minFree) {
		this(directory, maxSize, minFree, 100);
	}

	Fixture(Path directory, long maxSize, long minFree, int openFiles) {
		this(Storage.LOCAL, directory, new StoreLimits(maxSize, minFree, SLICE, openFiles, MEMORY, Pins.NONE));
	}

	Fixture(Storage storage, Path directory, long maxSize) {
		this(storage, directory, new StoreLimits(maxSize, 0, SLICE, 3, MEMORY, Pins.NONE));
	}

	private Fixture(Storage storage, Path directory, StoreLimits limits) {
		this.storage = storage;
		this.directory = directory;
		this.limits = limits;
		this.engine = open();
	}

	private DiskEngine open() {
		try {
			DiskEngine opened = DiskEngine.open(this.storage, this.directory, this.limits, FILL, this.clock);
			opened.shelf().awaitRecovery();
			return opened;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Lets no fetch and no save run on that would write into a directory that is gone.
	 */
	@Override
	public void close() {
		this.origin.flow();
		settle();
		this.engine.close();
	}

	/** Starts anew over the same directory, as after a crash. */
	void restart() {
		this.engine = open();
	}

	@Nullable Reply hit(String object, Portion portion) {
		return this.engine.cache().hit(lookup(object, POLICY, portion));
	}

	Reply get(String object) {
		return this.engine.cache().get(lookup(object, POLICY));
	}

	Reply get(String object, Duration staleWhileRevalidate) {
		return this.engine.cache()
			.get(lookup(object, new FreshnessPolicy(POLICY.defaultTtl(), staleWhileRevalidate, POLICY.staleIfError(),
					POLICY.negativeTtl())));
	}

	Reply get(Lookup lookup) {
		return this.engine.cache().get(lookup);
	}

	Reply head(Lookup lookup) {
		return this.engine.cache().head(lookup);
	}

	Reply head(String object) {
		return this.engine.cache().head(lookup(object, POLICY));
	}

	Reply get(String object, Portion portion) {
		return this.engine.cache().get(lookup(object, POLICY, portion));
	}

	private Lookup lookup(String object, FreshnessPolicy policy) {
		return lookup(object, policy, Portion.ALL);
	}

	private Lookup lookup(String object, FreshnessPolicy policy, Portion portion) {
		Key key = Key.of(new Key.Space("/", this.origin.identity()), object);
		return new Lookup(key, this.origin, policy, portion);
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
		fetch(object);
		settle();
		assertThat(this.engine.shelf().select(new Selection("/", object))).isNotEmpty();
	}

	void settle() {
		Awaitility.await().until(() -> contents().figures().fills() == 0);
	}

	/** Compares all copies with their checksums, and waits for what comes of it. */
	void scrub() {
		scrub((_) -> true);
	}

	void scrub(Pace pace) {
		this.engine.shelf().scrub(pace);
		settle();
	}

	Scrubbing scrubbing(long bytesPerSecond, Duration interval) {
		return new Scrubbing(this.engine.shelf(), bytesPerSecond, interval);
	}

	Contents contents() {
		return this.engine.contents();
	}

	/**
	 * Returns the files of finished copies.
	 * @return their paths
	 */
	List<Path> copies() throws IOException {
		return files("[0-9a-f]{32}\\.[0-9a-f]{16}\\.[0-9a-f]+\\.[0-9a-f]+");
	}

	List<Path> unfinished() throws IOException {
		return files(".*\\.part");
	}

	private List<Path> files(String pattern) throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter((file) -> file.getFileName().toString().matches(pattern)).toList();
		}
	}

	static byte[] read(Body body) throws IOException {
		return read(body, 0, Long.MAX_VALUE);
	}

	static byte[] read(Body body, long first, long end) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (first + bytes.size() < end) {
			byte[] next = next(body, first + bytes.size(), end);
			if (next.length == 0) {
				return bytes.toByteArray();
			}
			bytes.write(next);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads some bytes, as one does who cannot have the kernel do that.
	 * @param body the body
	 * @param position offset of the first byte
	 * @param end offset of the first byte that is not wanted
	 * @return some of the bytes, none at the end of the body
	 */
	static byte[] next(Body body, long position, long end) throws IOException {
		while (true) {
			switch (body.next(position, end)) {
				case Piece.End _ -> {
					return new byte[0];
				}
				case Piece.InMemory memory -> {
					byte[] bytes = new byte[memory.bytes().remaining()];
					memory.bytes().get(bytes);
					return bytes;
				}
				case Piece.InFile file -> {
					try {
						return read(file);
					}
					catch (IOException ex) {
						body.distrust(file, ex);
					}
				}
			}
		}
	}

	private static byte[] read(Piece.InFile file) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(file.length(), 10_000));
		int read = file.file().read(buffer, file.first());
		if (read < 1) {
			throw new EOFException("The file is too short");
		}
		return Arrays.copyOf(buffer.array(), read);
	}

	static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
