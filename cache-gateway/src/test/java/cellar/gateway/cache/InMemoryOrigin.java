package cellar.gateway.cache;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.HttpDate;
import cellar.gateway.origin.ContentRange;
import cellar.gateway.origin.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;

/**
 * An origin that can be told to fail, to trickle, to break off and to change.
 */
class InMemoryOrigin implements Origin {

	private final Map<String, Thing> things = new ConcurrentHashMap<>();

	private final List<OriginRequest> requests = new CopyOnWriteArrayList<>();

	private final Clock clock;

	private volatile @Nullable OriginAnswer failure;

	private volatile int breakAt = Integer.MAX_VALUE;

	private volatile boolean lengthTold = true;

	private volatile @Nullable Semaphore permits;

	private volatile @Nullable Semaphore heads;

	InMemoryOrigin(Clock clock) {
		this.clock = clock;
	}

	void put(String object, byte[] bytes, String etag, String... headers) {
		this.things.put(object, new Thing(bytes, etag, Headers.of(headers)));
	}

	void remove(String object) {
		this.things.remove(object);
	}

	void answerOnly(@Nullable OriginAnswer answer) {
		this.failure = answer;
	}

	void breakAt(int position) {
		this.breakAt = position;
	}

	void tellLength(boolean told) {
		this.lengthTold = told;
	}

	/**
	 * Lets bodies come only as far as they are permitted.
	 * @return permits, one per byte
	 */
	Semaphore trickle() {
		Semaphore bytes = new Semaphore(0);
		this.permits = bytes;
		return bytes;
	}

	/**
	 * Lets answers begin only when they are permitted.
	 * @return permits, one per answer
	 */
	Semaphore holdHeads() {
		Semaphore answers = new Semaphore(0);
		this.heads = answers;
		return answers;
	}

	List<OriginRequest> requests() {
		return this.requests;
	}

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		this.requests.add(request);
		Semaphore gate = this.heads;
		OriginAnswer instead = this.failure;
		Thing thing = this.things.get(request.object());
		if (gate != null) {
			gate.acquireUninterruptibly();
		}
		if (instead != null) {
			return instead;
		}
		if (thing == null) {
			return new OriginAnswer.Absent(404);
		}
		Headers headers = new Headers(thing.headers().fields()).with("ETag", thing.etag())
			.with("Date", HttpDate.format(this.clock.instant()));
		if (thing.etag().equals(request.headers().first("If-None-Match"))) {
			return new OriginAnswer.NotModified(headers);
		}
		String range = request.headers().first("Range");
		int start = (range != null) ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
		byte[] bytes = Arrays.copyOfRange(thing.bytes(), start, thing.bytes().length);
		ContentRange part = (range != null) ? new ContentRange(start, thing.bytes().length - 1, thing.bytes().length)
				: null;
		boolean head = request.method() == OriginRequest.Method.HEAD;
		return new OriginAnswer.Content((range != null) ? 206 : 200, headers, this.lengthTold ? bytes.length : -1, true,
				part, new Stream(head ? new byte[0] : bytes, this.breakAt, this.permits));
	}

	@Override
	public String identity() {
		return "memory";
	}

	@Override
	public boolean namedByQuery() {
		return false;
	}

	private record Thing(byte[] bytes, String etag, Headers headers) {

	}

	private static class Stream implements OriginBody {

		private final byte[] bytes;

		private final int breakAt;

		private final @Nullable Semaphore permits;

		private int position;

		Stream(byte[] bytes, int breakAt, @Nullable Semaphore permits) {
			this.bytes = bytes;
			this.breakAt = breakAt;
			this.permits = permits;
		}

		@Override
		public int read(byte[] buffer) throws IOException {
			if (this.position >= this.breakAt) {
				throw new IOException("broken off");
			}
			int length = Math.min(Math.min(this.bytes.length, this.breakAt) - this.position, buffer.length);
			if (this.position == this.bytes.length) {
				return -1;
			}
			if (this.permits != null) {
				this.permits.acquireUninterruptibly();
				int more = Math.min(length - 1, this.permits.availablePermits());
				this.permits.acquireUninterruptibly(more);
				length = 1 + more;
			}
			System.arraycopy(this.bytes, this.position, buffer, 0, length);
			this.position += length;
			return length;
		}

		@Override
		public void close() {
		}

	}

}
