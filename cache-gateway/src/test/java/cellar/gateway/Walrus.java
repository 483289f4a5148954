package cellar.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * An object store as Eucalyptus has it: below a path, with entity tags without quotes
 * that it compares as they are, with parts that do not name their unit, and without a
 * word on how long a copy may be kept.
 */
class Walrus implements AutoCloseable {

	private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

	private final Map<String, Thing> things = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	Walrus() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/services/Walrus");
	}

	/**
	 * Has an object, in the place of the one that had its name.
	 * @param target bucket and key as they are in a URL
	 * @param bytes its bytes
	 */
	void put(String target, byte[] bytes) {
		this.things.put("/services/Walrus/" + target, new Thing(bytes, md5(bytes), Quirk.NONE));
	}

	/**
	 * Has an object that is not as it should be.
	 * @param target bucket and key as they are in a URL
	 * @param bytes its bytes
	 * @param quirk what is odd about it
	 */
	void put(String target, byte[] bytes, Quirk quirk) {
		this.things.put("/services/Walrus/" + target, new Thing(bytes, md5(bytes), quirk));
	}

	void remove(String target) {
		this.things.remove("/services/Walrus/" + target);
	}

	/**
	 * Returns what was asked for an object.
	 * @param target bucket and key as they are in a URL
	 * @return method, range and condition of each request
	 */
	List<String> requestsFor(String target) {
		return this.requests.stream()
			.filter((line) -> line.contains(" /services/Walrus/" + target + " "))
			.map((line) -> line.replace(" /services/Walrus/" + target, ""))
			.toList();
	}

	static String md5(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String target = exchange.getRequestURI().toString();
			this.requests.add("%s %s range=%s match=%s none-match=%s".formatted(exchange.getRequestMethod(), target,
					header(exchange, "Range"), header(exchange, "If-Match"), header(exchange, "If-None-Match")));
			Thing thing = this.things.get(target);
			if (thing == null) {
				fail(exchange, 404, "NoSuchKey");
			}
			else if (thing.quirk() == Quirk.DENIED) {
				fail(exchange, 403, "AccessDenied");
			}
			else if (header(exchange, "If-Match") != null && !thing.etag().equals(header(exchange, "If-Match"))) {
				fail(exchange, 412, "PreconditionFailed");
			}
			else if (thing.etag().equals(header(exchange, "If-None-Match"))) {
				exchange.getResponseHeaders().set("ETag", thing.etag());
				exchange.sendResponseHeaders(304, -1);
			}
			else {
				give(exchange, thing);
			}
		}
	}

	private static void give(HttpExchange exchange, Thing thing) throws IOException {
		byte[] bytes = thing.bytes().clone();
		if (thing.quirk() == Quirk.DAMAGED) {
			bytes[bytes.length / 2] ^= 1;
		}
		exchange.getResponseHeaders().set("ETag", thing.etag());
		exchange.getResponseHeaders().set("Content-Type", "binary/octet-stream");
		exchange.getResponseHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
		Matcher range = RANGE.matcher(String.valueOf(header(exchange, "Range")));
		int status = 200;
		if (range.matches()) {
			int first = Integer.parseInt(range.group(1));
			int last = range.group(2).isEmpty() ? bytes.length - 1
					: (int) Math.min(bytes.length - 1, Long.parseLong(range.group(2)));
			if (first >= bytes.length) {
				fail(exchange, 416, "InvalidRange");
				return;
			}
			int told = (thing.quirk() == Quirk.WRONG_RANGE) ? first + 1 : first;
			exchange.getResponseHeaders().set("Content-Range", told + "-" + last + "/" + bytes.length);
			bytes = Arrays.copyOfRange(bytes, first, last + 1);
			status = 206;
		}
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
			exchange.sendResponseHeaders(status, -1);
			return;
		}
		exchange.sendResponseHeaders(status, (thing.quirk() == Quirk.COMPRESSED) ? 0 : bytes.length);
		int given = (thing.quirk() == Quirk.TRUNCATED) ? bytes.length / 2 : bytes.length;
		exchange.getResponseBody().write(bytes, 0, given);
		exchange.getResponseBody().flush();
	}

	private static @Nullable String header(HttpExchange exchange, String name) {
		return exchange.getRequestHeaders().getFirst(name);
	}

	private static void fail(HttpExchange exchange, int status, String code) throws IOException {
		byte[] xml = "<?xml version=\"1.0\"?><Error><Code>%s</Code></Error>".formatted(code)
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/xml");
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, head ? -1 : xml.length);
		if (!head) {
			exchange.getResponseBody().write(xml);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Thing(byte[] bytes, String etag, Quirk quirk) {

	}

	/**
	 * What may be odd about an object.
	 */
	enum Quirk {

		/** Nothing. */
		NONE,

		/** Nobody may read it. */
		DENIED,

		/** It is sent without its length. */
		COMPRESSED,

		/** It ends too early. */
		TRUNCATED,

		/** A bit of it has flipped. */
		DAMAGED,

		/** Its parts are said to be others. */
		WRONG_RANGE

	}

}
