package cellar.gateway.sending;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.answer.Content;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.lookup.Piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class BodySenderTests {

	private static final int LENGTH = 1000;

	private final Vertx vertx = Vertx.vertx();

	@AfterEach
	void stop() throws Exception {
		this.vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
	}

	@Test
	void clientThatLeavesWithTheLastByteOfAKnownLengthHasAllOfIt() throws Exception {
		BodySender sender = sendToOneThatLeavesBeforeTheEnd(new Content.Part(0, LENGTH));
		assertThat(sender.sent()).isEqualTo(LENGTH);
	}

	@Test
	void clientThatLeavesBeforeTheEndOfAnUnknownLengthHasNotSeenIt() {
		assertThatIOException().isThrownBy(() -> sendToOneThatLeavesBeforeTheEnd(new Content.Part(0, -1)))
			.withMessage("The client is gone");
	}

	private BodySender sendToOneThatLeavesBeforeTheEnd(Content.Part part) throws Exception {
		CompletableFuture<BodySender> sent = new CompletableFuture<>();
		HttpServer server = this.vertx.createHttpServer()
			.requestHandler((request) -> send(part, request, sent))
			.listen(0, "127.0.0.1")
			.toCompletionStage()
			.toCompletableFuture()
			.get(10, TimeUnit.SECONDS);
		try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
			socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			readBody(socket.getInputStream());
		}
		try {
			return sent.get(10, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException cause) ? cause : ex;
		}
	}

	private static void readBody(InputStream in) throws IOException {
		int seen = 0;
		for (int value = in.read(); value >= 0; value = in.read()) {
			seen += (value == 'x') ? 1 : 0;
			if (seen == LENGTH) {
				return;
			}
		}
	}

	private static void send(Content.Part part, HttpServerRequest request, CompletableFuture<BodySender> sent) {
		HttpServerResponse response = request.response();
		ClientConnection connection = ClientConnection.of(request);
		CountDownLatch gone = new CountDownLatch(1);
		connection.whenGone(gone::countDown);
		if (part.length() < 0) {
			response.setChunked(true);
		}
		else {
			response.putHeader("Content-Length", Long.toString(part.length()));
		}
		Thread.startVirtualThread(() -> {
			try (BodySender sender = new BodySender(endingAfter(gone, request), connection, BodySenderTests::body,
					new GrowingStride(new Strides()))) {
				sender.send(part);
				sent.complete(sender);
			}
			catch (IOException ex) {
				sent.completeExceptionally(ex);
			}
		});
	}

	private static Piece body(long position, long end) {
		return (position < LENGTH)
				? new Piece.InMemory(ByteBuffer.wrap("x".repeat(LENGTH).getBytes(StandardCharsets.US_ASCII)))
				: new Piece.End();
	}

	/** A request whose answer is ended no sooner than its client has gone. */
	private static HttpServerRequest endingAfter(CountDownLatch gone, HttpServerRequest request) {
		HttpServerResponse response = proxy(HttpServerResponse.class, (method, arguments) -> {
			if (method.getName().equals("end")) {
				assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
			}
			return method.invoke(request.response(), arguments);
		});
		return proxy(HttpServerRequest.class, (method, arguments) -> method.getName().equals("response") ? response
				: method.invoke(request, arguments));
	}

	private static <T> T proxy(Class<T> type, Call call) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (_, method, arguments) -> {
				try {
					return call.of(method, arguments);
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

	@FunctionalInterface
	private interface Call {

		Object of(Method method, Object[] arguments) throws Exception;

	}

}
