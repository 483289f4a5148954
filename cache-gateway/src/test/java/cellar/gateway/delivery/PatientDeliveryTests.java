package cellar.gateway.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.cache.Cache;
import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Piece;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.lookup.Representation;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.request.Meaning;
import cellar.gateway.route.Route;
import cellar.gateway.sending.Strides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PatientDeliveryTests {

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(Duration.ofMinutes(1), Duration.ZERO,
			Duration.ZERO, Duration.ZERO);

	private final Vertx vertx = Vertx.vertx();

	private final BlockingQueue<DeliveryObserver.Delivery> deliveries = new LinkedBlockingQueue<>();

	@AfterEach
	void stop() throws Exception {
		this.vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
	}

	@Test
	void faultOfOursBeforeTheAnswerIsToldToTheClient() throws Exception {
		HttpResponse<String> response = answer(body((_) -> {
			throw new IllegalStateException("fault");
		}));
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("urn:cellar:problem:");
		assertThat(delivery().status()).isEqualTo(500);
	}

	@Test
	void faultOfOursCountsNeitherAsAHitNorForTheOrigin() throws Exception {
		answer(body((_) -> {
			throw new StackOverflowError("fault");
		}));
		assertThat(delivery().outcome()).isNull();
	}

	@Test
	void faultOfOursInTheMiddleIsNotTakenForAClientThatLeft() throws Exception {
		assertThatIOException().isThrownBy(() -> answer(body((position) -> {
			if (position > 0) {
				throw new IllegalStateException("fault");
			}
			return new Piece.InMemory(ByteBuffer.allocate(10));
		})));
		DeliveryObserver.Delivery delivery = delivery();
		assertThat(delivery.status()).isEqualTo(500);
		assertThat(delivery.complete()).isFalse();
	}

	@Test
	void bodyThatCannotBeCompletedIsNoFaultOfOurs() throws Exception {
		assertThatIOException().isThrownBy(() -> answer(body((position) -> {
			if (position > 0) {
				throw new IOException("The origin is gone");
			}
			return new Piece.InMemory(ByteBuffer.allocate(10));
		})));
		DeliveryObserver.Delivery delivery = delivery();
		assertThat(delivery.status()).isEqualTo(200);
		assertThat(delivery.outcome()).isEqualTo(CacheStatus.Outcome.HIT);
		assertThat(delivery.complete()).isFalse();
	}

	private DeliveryObserver.Delivery delivery() throws InterruptedException {
		DeliveryObserver.Delivery delivery = this.deliveries.poll(10, TimeUnit.SECONDS);
		assertThat(delivery).isNotNull();
		return delivery;
	}

	private HttpResponse<String> answer(Body body) throws Exception {
		HttpServer server = this.vertx.createHttpServer()
			.requestHandler((request) -> deliver(request, body))
			.listen(0, "127.0.0.1")
			.toCompletionStage()
			.toCompletableFuture()
			.get(10, TimeUnit.SECONDS);
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(
					HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/a".formatted(server.actualPort()))).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	private void deliver(HttpServerRequest request, Body body) {
		InMemoryOrigin origin = new InMemoryOrigin(Clock.systemUTC());
		Route route = new Route("/", null, origin, "", null, POLICY, false, Map.of());
		Lookup lookup = new Lookup(Key.of(new Key.Space("/", "memory"), "a"), origin, POLICY, Portion.ALL);
		Reply hit = new Reply.Found(new Representation(Headers.of(), 1000), null, CacheStatus.hit(60), body);
		Thread.startVirtualThread(
				new PatientDelivery(new Exchange(request, List.of(this.deliveries::add), Clock.systemUTC()),
						new Meaning.Wanted(route, lookup, false), hit, new NoCache(), new Strides()));
	}

	private static Body body(Pieces pieces) {
		return (position, _) -> pieces.from(position);
	}

	@FunctionalInterface
	private interface Pieces {

		Piece from(long position) throws IOException;

	}

	/** Is not asked, as the answer was found already. */
	private static final class NoCache implements Cache {

		@Override
		public @Nullable Reply hit(Lookup lookup) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Reply get(Lookup lookup) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Reply head(Lookup lookup) {
			throw new UnsupportedOperationException();
		}

	}

}
