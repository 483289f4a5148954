package cellar.gateway.delivery;

import java.io.IOException;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import cellar.gateway.answer.Content;
import cellar.gateway.answer.Refusal;
import cellar.gateway.cache.Cache;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Reply;
import cellar.gateway.request.Meaning;
import cellar.gateway.sending.BodySender;
import cellar.gateway.sending.FileSender;
import cellar.gateway.sending.Strides;

/**
 * Answers on a thread of its own, which may wait for the disk, the origin and the client.
 */
final class PatientDelivery implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(PatientDelivery.class);

	private final Exchange exchange;

	private final ClientConnection connection;

	private final Meaning meaning;

	private final @Nullable Reply hit;

	private final Cache cache;

	private final Strides strides;

	private long sent;

	private boolean complete;

	/**
	 * Prepares an answer; to be called on the event loop.
	 * @param exchange the exchange
	 * @param meaning what is asked for
	 * @param hit the answer, if it was found without waiting and is this one's to close
	 * @param cache where it is looked for
	 * @param strides memory for what the kernel cannot send
	 */
	PatientDelivery(Exchange exchange, Meaning meaning, @Nullable Reply hit, Cache cache, Strides strides) {
		this.exchange = exchange;
		this.connection = ClientConnection.of(exchange.request());
		this.meaning = meaning;
		this.hit = hit;
		this.cache = cache;
		this.strides = strides;
	}

	@Override
	public void run() {
		try {
			answer();
			this.complete = true;
			this.connection.done();
		}
		catch (IOException ex) {
			logger.atDebug().addKeyValue("cause", ex.toString()).log("Delivery broke off");
		}
		catch (RuntimeException | Error ex) {
			// A client that has gone is the cause of many exceptions, but of no error.
			boolean ours = ex instanceof Error || !this.connection.isGone();
			logger.atLevel(ours ? Level.ERROR : Level.DEBUG).setCause(ex).log("Delivery failed unexpectedly");
			if (ours) {
				this.exchange.failed();
			}
			fail();
		}
		finally {
			if (!this.complete) {
				this.connection.abort();
			}
			this.connection.close();
			this.exchange.over(this.sent, this.complete);
		}
	}

	private void answer() throws IOException {
		switch (this.meaning) {
			case Meaning.Wanted wanted -> {
				Reply reply = (this.hit != null) ? this.hit : reply(wanted);
				try (Body body = reply.body()) {
					this.connection.whenGone(body::abandon);
					send(this.exchange.answer().of(reply), body);
				}
			}
			case Meaning.Options _ -> send(this.exchange.answer().options(), Body.EMPTY);
			case Meaning.Refused refused -> refuse(refused.refusal());
		}
	}

	private Reply reply(Meaning.Wanted wanted) {
		return wanted.head() ? this.cache.head(wanted.lookup()) : this.cache.get(wanted.lookup());
	}

	private void refuse(Refusal refusal) throws IOException {
		if (refusal == Refusal.METHOD) {
			// Such requests have bodies that nobody is going to read.
			this.connection.closeAfterwards();
		}
		send(this.exchange.answer().refusal(refusal), Body.EMPTY);
	}

	private void send(Content content, Body body) throws IOException {
		HttpServerResponse response = this.exchange.response();
		BodySender sender = new BodySender(this.exchange.request(), this.connection, body, isForKernel(content)
				? this.strides.swift(this.exchange.request().connection()) : this.strides.growing());
		try {
			switch (content) {
				case Content.None _ -> this.connection.send(response::end);
				case Content.Text text -> {
					this.connection.send(() -> response.end(text.json()));
					this.sent = text.json().length();
				}
				case Content.Part part -> {
					delimit(part);
					sender.send(part);
				}
				case Content.Parts parts -> sender.send(parts);
			}
		}
		finally {
			this.sent += sender.sent();
			sender.close();
		}
	}

	private boolean isForKernel(Content content) {
		// It knows nothing of the chunks that a body of unknown length is sent in.
		boolean framed = content instanceof Content.Part part && part.length() < 0;
		return !framed && FileSender.reaches(this.exchange.request());
	}

	private void delimit(Content.Part part) {
		boolean chunks = this.exchange.request().version() != HttpVersion.HTTP_1_0;
		this.exchange.response().setChunked(part.length() < 0 && chunks);
		if (part.length() < 0 && !chunks) {
			this.connection.closeAfterwards();
		}
	}

	private void fail() {
		try {
			if (!this.exchange.response().headWritten()) {
				send(this.exchange.answer().refusal(Refusal.UNEXPECTED), Body.EMPTY);
				this.complete = true;
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.atDebug().addKeyValue("cause", ex.toString()).log("Failure cannot be reported");
		}
	}

}
