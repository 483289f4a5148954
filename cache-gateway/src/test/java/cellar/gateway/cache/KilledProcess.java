package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Portion;
import cellar.gateway.origin.InMemoryOrigin;

/**
 * A process that fills a cache until somebody kills it, and says which objects it holds
 * durably by then. It ends by itself only if it got wrong bytes.
 */
final class KilledProcess {

	static final int OBJECTS = 40;

	private static final long MAX_SIZE = 100_000_000;

	private KilledProcess() {
	}

	static void main(String[] arguments) throws Exception {
		Fixture fixture = new Fixture(Path.of(arguments[0]), MAX_SIZE, 0);
		offer(fixture.origin);
		Random random = new Random(Long.parseLong(arguments[1]));
		IO.println("begun");
		while (true) {
			int object = random.nextInt(OBJECTS);
			if (!Arrays.equals(fixture.fetch(name(object)), bytes(object))) {
				throw new IllegalStateException("Object %d has wrong bytes".formatted(object));
			}
			fixture.settle();
			IO.println("kept " + object);
			readParts(fixture, random);
		}
	}

	private static void readParts(Fixture fixture, Random random) throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (int client = 0; client < 8; client++) {
				int object = random.nextInt(OBJECTS);
				int first = random.nextInt(bytes(object).length);
				running.add(clients.submit(() -> readPart(fixture, object, first)));
			}
			for (Future<?> each : running) {
				each.get();
			}
		}
	}

	private static Void readPart(Fixture fixture, int object, int first) throws IOException {
		byte[] bytes = bytes(object);
		int end = Math.min(first + 100_000, bytes.length);
		try (Body body = Fixture.found(fixture.get(name(object), new Portion(first, end))).body()) {
			if (!Arrays.equals(Fixture.read(body, first, end), Arrays.copyOfRange(bytes, first, end))) {
				throw new IllegalStateException("Object %d has wrong bytes from %d on".formatted(object, first));
			}
		}
		return null;
	}

	static void offer(InMemoryOrigin origin) {
		for (int object = 0; object < OBJECTS; object++) {
			origin.put(name(object), bytes(object), "\"" + object + "\"");
		}
	}

	static String name(int object) {
		return "o" + object;
	}

	static byte[] bytes(int object) {
		return Fixture.bytes(1 + object * 13_337);
	}

	/**
	 * Opens what such a process has left.
	 * @param directory its directory
	 * @return the cache
	 */
	static Fixture open(Path directory) {
		Fixture fixture = new Fixture(directory, MAX_SIZE, 0);
		offer(fixture.origin);
		return fixture;
	}

}
