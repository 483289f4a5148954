package cellar.catalog.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteFilesTests {

	private static final String UNREACHABLE = "inside a network";

	private final AtomicInteger requests = new AtomicInteger();

	private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

	private HttpServer server;

	private int port;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
		this.port = this.server.getAddress().getPort();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void openWhenANameLeadsInsideTheSecondTimeRefusesIt() throws Exception {
		answer("/", Map.of("Connection", "close"), 200, "once");
		AtomicInteger lookUps = new AtomicInteger();
		// 127.0.0.1 stands for the internet, 127.0.0.2 for the inside.
		RemoteFiles files = files(
				(name) -> InetAddress.getByName((lookUps.getAndIncrement() == 0) ? "127.0.0.1" : "127.0.0.2"));
		URI url = URI.create("http://rebound.example:" + this.port + "/");
		try (RemoteFile file = files.open(url, new HttpHeaders())) {
			assertThat(new String(file.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("once");
		}
		assertUnreachable(files, url);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void openWhenOneOfTheAddressesIsInsideNeverConnectsToIt() throws Exception {
		try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
			RemoteFiles files = files((name) -> InetAddress.getByName("127.0.0.2"));
			assertUnreachable(files, URI.create("http://both.example:" + inside.getLocalPort() + "/"));
			inside.setSoTimeout(1);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(inside::accept);
		}
	}

	@Test
	void openWhenNothingListensSaysTheSameAsInside() throws IOException {
		int closed;
		try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = unused.getLocalPort();
		}
		assertUnreachable(files(null), URI.create("http://127.0.0.1:" + closed + "/"));
		assertUnreachable(files(null), URI.create("http://127.0.0.2:" + closed + "/"));
		assertUnreachable(files((name) -> {
			throw new UnknownHostException(name);
		}), URI.create("http://unknown.example:" + closed + "/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://127.0.0.2/",
			"http://[::ffff:169.254.169.254]/", "http://[::ffff:7f00:2]/", "http://2852039166/", "http://2130706434/",
			"http://0x7f000002/", "http://[fe80::1]/", "http://[fd00:ec2::254]/" })
	void openWhenRedirectedInsideRefusesIt(String target) {
		answer("/", Map.of("Location", target), 302, "");
		assertUnreachable(files(null), url("/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:22/", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "http://a b/",
			"http://127.2/", "" })
	void openWhenRedirectedToWhatIsNotAllowedRefusesIt(String target) {
		answer("/", Map.of("Location", target), 307, "");
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> files(null).open(url("/"), new HttpHeaders()))
			.satisfies((ex) -> assertThat(ex.chance()).isEqualTo(SourceException.Chance.NONE));
	}

	@Test
	void openWhenTheJvmHasAProxyGoesPastIt() throws Exception {
		answer("/", Map.of(), 200, "direct");
		try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Map<String, String> properties = Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort",
					String.valueOf(proxy.getLocalPort()), "http.nonProxyHosts", "", "java.net.useSystemProxies",
					"true");
			Map<String, String> before = new HashMap<>();
			properties.keySet().forEach((name) -> before.put(name, System.getProperty(name)));
			properties.forEach(System::setProperty);
			try (RemoteFile file = files(null).open(url("/"), new HttpHeaders())) {
				assertThat(new String(file.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("direct");
				assertUnreachable(files(null), URI.create("http://127.0.0.2:" + this.port + "/"));
			}
			finally {
				before.forEach((name, value) -> restore(name, value));
			}
			proxy.setSoTimeout(1);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(proxy::accept);
		}
	}

	private static void restore(String name, @Nullable String value) {
		if (value != null) {
			System.setProperty(name, value);
		}
		else {
			System.clearProperty(name);
		}
	}

	@Test
	void openWhenANameLeadsInsideAfterARedirectRefusesIt() throws Exception {
		answer("/", Map.of("Location", "/again", "Connection", "close"), 302, "");
		answer("/again", Map.of(), 200, "inside");
		AtomicInteger lookUps = new AtomicInteger();
		RemoteFiles files = files(
				(name) -> InetAddress.getByName((lookUps.getAndIncrement() == 0) ? "127.0.0.1" : "127.0.0.2"));
		assertUnreachable(files, URI.create("http://rebound.example:" + this.port + "/"));
		assertThat(lookUps).hasValue(2);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void openFollowsFiveRedirectsAndNoMore() {
		for (int step = 0; step < 7; step++) {
			answer("/" + step, Map.of("Location", "/" + (step + 1)), 301, "");
		}
		answer("/7", Map.of(), 200, "there");
		assertThat(files(null).open(url("/2"), new HttpHeaders()).url()).isEqualTo(url("/7"));
		assertThatExceptionOfType(SourceException.class)
			.isThrownBy(() -> files(null).open(url("/1"), new HttpHeaders()))
			.withMessageContaining("more than 5 redirects");
	}

	@Test
	void openWhenHeadersAreEndlessGivesUp() {
		answer("/", Map.of("x-long", "a".repeat(10_000)), 200, "");
		assertUnreachable(files(null), url("/"));
	}

	@Test
	void closeWhenBodyIsEndlessDoesNotReadIt() {
		this.server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				while (true) {
					body.write(new byte[8192]);
				}
			}
		});
		Deadline.within(Duration.ofSeconds(10), () -> {
			files(null).open(url("/"), new HttpHeaders()).close();
			return true;
		});
	}

	@Test
	void openAfterAnUnreadBodyBeginsAfresh() {
		answer("/", Map.of(), 500, "{}");
		RemoteFiles files = files(null);
		for (int attempt = 0; attempt < 2; attempt++) {
			assertThatExceptionOfType(SourceException.class).isThrownBy(() -> files.open(url("/"), new HttpHeaders()))
				.withMessageContaining("500");
		}
		assertThat(this.connections).hasSize(2);
	}

	@Test
	void openAfterABodyWasReadUsesTheConnectionAgain() throws Exception {
		answer("/", Map.of(), 200, "read");
		RemoteFiles files = files(null);
		for (int attempt = 0; attempt < 3; attempt++) {
			try (RemoteFile file = files.open(url("/"), new HttpHeaders())) {
				assertThat(file.body().readAllBytes()).hasSize(4);
			}
		}
		assertThat(this.requests).hasValue(3);
		assertThat(this.connections).hasSize(1);
	}

	@Test
	void openLeavesBytesAsTheyWereSent() throws Exception {
		answer("/", Map.of("Content-Encoding", "gzip"), 200, "packed");
		try (RemoteFile file = files(null).open(url("/"), new HttpHeaders())) {
			assertThat(new String(file.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("packed");
		}
	}

	@Test
	void withinWhenNoHeaderEverComesGivesUpAtTheDeadline() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/catalog");
			assertThatExceptionOfType(SourceException.class)
				.isThrownBy(
						() -> Deadline.within(Duration.ofMillis(200), () -> files(null).open(url, new HttpHeaders())))
				.withMessageContaining("took longer than")
				.satisfies((ex) -> assertThat(ex.chance()).isEqualTo(SourceException.Chance.LATER));
		}
	}

	private void assertUnreachable(RemoteFiles files, URI url) {
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> files.open(url, new HttpHeaders()))
			.withMessageContaining(UNREACHABLE)
			.satisfies((ex) -> assertThat(ex.chance()).isEqualTo(SourceException.Chance.UNKNOWN));
	}

	private void answer(String path, Map<String, String> headers, int status, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
			this.requests.incrementAndGet();
			this.connections.add(exchange.getRemoteAddress());
			headers.forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
	}

	private URI url(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static RemoteFiles files(@Nullable Names names) {
		AddressPolicy policy = new AddressPolicy(new SourceProperties(List.of("127.0.0.1"), List.of(),
				List.of(new PortRange(80, 80), new PortRange(1024, 65_535))));
		SourceConnections connections = (names != null)
				? new SourceConnections(policy.addresses(), new FakeResolver(names))
				: new SourceConnections(policy.addresses());
		return new RemoteFiles(policy, RestClient.builder(), connections.factory());
	}

	/**
	 * Tells the address of a name.
	 */
	private interface Names {

		InetAddress addressOf(String name) throws UnknownHostException;

	}

	private record FakeResolver(Names names) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			return new InetAddress[] { this.names.addressOf(host) };
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
