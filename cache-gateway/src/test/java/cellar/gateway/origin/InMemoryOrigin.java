package cellar.gateway.origin;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.header.ContentRange;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;

/**
 * An origin that can be told to fail, to trickle, to break off and to change.
 */
public class InMemoryOrigin implements Origin {

	private final Map<String, Thing> things = new ConcurrentHashMap<>();

	private final Map<String, WholeChecksum> claims = new ConcurrentHashMap<>();

	private final AtomicInteger refuted = new AtomicInteger();

	private final AtomicInteger proofsAsked = new AtomicInteger();

	private final AtomicInteger open = new AtomicInteger();

	private final List<OriginRequest> requests = new CopyOnWriteArrayList<>();

	private final Clock clock;

	private volatile @Nullable OriginAnswer failure;

	private volatile int breakAt = Integer.MAX_VALUE;

	private volatile boolean proofsTold = true;

	private volatile boolean lengthTold = true;

	private volatile boolean rangesKnown = true;

	private volatile @Nullable Semaphore permits;

	private volatile @Nullable Semaphore heads;

	/**
	 * Makes an origin without objects.
	 * @param clock tells what it dates answers with
	 */
	public InMemoryOrigin(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Has an object, in the place of the one that had its name.
	 * @param object its name
	 * @param bytes its bytes
	 * @param etag its tag
	 * @param headers more headers, as alternating names and values
	 */
	public void put(String object, byte[] bytes, String etag, String... headers) {
		this.things.put(object, new Thing(bytes, etag, Headers.of(headers)));
	}

	/**
	 * Says what an object comes to.
	 * @param object its name
	 * @param checksum the checksum, which may be a wrong one
	 */
	public void claim(String object, WholeChecksum checksum) {
		this.claims.put(object, checksum);
	}

	/**
	 * Tells how often such a claim proved wrong.
	 * @return how often
	 */
	public int refuted() {
		return this.refuted.get();
	}

	/**
	 * Tells how often it was asked for what proves an object.
	 * @return how often
	 */
	public int proofsAsked() {
		return this.proofsAsked.get();
	}

	/**
	 * Tells how many bodies are not closed yet.
	 * @return how many
	 */
	public int open() {
		return this.open.get();
	}

	/**
	 * Tells what proves an object, or fails when it is asked for that.
	 * @param told whether it tells
	 */
	public void tellProofs(boolean told) {
		this.proofsTold = told;
	}

	/**
	 * Has an object no more.
	 * @param object its name
	 */
	public void remove(String object) {
		this.things.remove(object);
	}

	/**
	 * Gives one answer to everything.
	 * @param answer the answer, or {@code null} for the objects again
	 */
	public void answerOnly(@Nullable OriginAnswer answer) {
		this.failure = answer;
	}

	/**
	 * Lets bodies break off.
	 * @param position after how many bytes
	 */
	public void breakAt(int position) {
		this.breakAt = position;
	}

	/**
	 * Decides whether whole bodies are announced with their length.
	 * @param told whether they are
	 */
	public void tellLength(boolean told) {
		this.lengthTold = told;
	}

	/** Lets bodies that begin from now on come at once. */
	public void flow() {
		this.permits = null;
	}

	/** Gives all of an object whatever part is asked for. */
	public void ignoreRanges() {
		this.rangesKnown = false;
	}

	/**
	 * Lets bodies come only as far as they are permitted.
	 * @return permits, one per byte
	 */
	public Semaphore trickle() {
		Semaphore bytes = new Semaphore(0);
		this.permits = bytes;
		return bytes;
	}

	/**
	 * Lets answers begin only when they are permitted.
	 * @return permits, one per answer
	 */
	public Semaphore holdHeads() {
		Semaphore answers = new Semaphore(0);
		this.heads = answers;
		return answers;
	}

	/**
	 * Returns which parts were asked for.
	 * @return ranges as they were sent, {@code null} for whole objects
	 */
	public List<@Nullable String> ranges() {
		List<@Nullable String> ranges = new ArrayList<>();
		this.requests.forEach((request) -> ranges.add(request.headers().first("Range")));
		return ranges;
	}

	public List<OriginRequest> requests() {
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
		String match = request.headers().first("If-Match");
		if (match != null && !match.equals(thing.etag())) {
			return new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 412);
		}
		String range = this.rangesKnown ? request.headers().first("Range") : null;
		return (range != null) ? part(range, thing.bytes(), headers) : whole(request, thing.bytes(), headers);
	}

	private OriginAnswer whole(OriginRequest request, byte[] bytes, Headers headers) {
		boolean head = request.method() == OriginRequest.Method.HEAD;
		WholeChecksum claim = head ? null : this.claims.get(request.object());
		int length = this.lengthTold ? bytes.length : -1;
		OriginBody body = new Stream(head ? new byte[0] : bytes, this.breakAt, this.permits);
		return new OriginAnswer.Content(200, headers, length, true, null,
				(claim != null) ? new ProvenBody(body, length, new Proof(claim, this.refuted::incrementAndGet)) : body);
	}

	private OriginAnswer part(String range, byte[] bytes, Headers headers) {
		String[] ends = range.replace("bytes=", "").split("-");
		int first = Integer.parseInt(ends[0]);
		int end = (ends.length > 1) ? (int) Math.min(bytes.length, Long.parseLong(ends[1]) + 1) : bytes.length;
		if (first >= bytes.length) {
			return new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 416);
		}
		return new OriginAnswer.Content(206, headers, end - first, true, new ContentRange(first, end - 1, bytes.length),
				new Stream(Arrays.copyOfRange(bytes, first, end), this.breakAt, this.permits));
	}

	@Override
	public @Nullable Proof proof(String object, String etag) throws IOException {
		this.proofsAsked.incrementAndGet();
		if (!this.proofsTold) {
			throw new OriginFailedException(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.TIMEOUT, 0));
		}
		WholeChecksum claim = this.claims.get(object);
		return (claim != null) ? new Proof(claim, this.refuted::incrementAndGet) : null;
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

	private final class Stream implements OriginBody {

		private final byte[] bytes;

		private final int breakAt;

		private final @Nullable Semaphore permits;

		private int position;

		private boolean closed;

		Stream(byte[] bytes, int breakAt, @Nullable Semaphore permits) {
			this.bytes = bytes;
			this.breakAt = breakAt;
			this.permits = permits;
			InMemoryOrigin.this.open.incrementAndGet();
		}

		@Override
		public int read(byte[] buffer, int offset, int most) throws IOException {
			if (this.position >= this.breakAt) {
				throw new IOException("broken off");
			}
			int length = Math.min(Math.min(this.bytes.length, this.breakAt) - this.position, most);
			if (this.position == this.bytes.length) {
				return -1;
			}
			if (this.permits != null) {
				this.permits.acquireUninterruptibly();
				int more = Math.min(length - 1, this.permits.availablePermits());
				this.permits.acquireUninterruptibly(more);
				length = 1 + more;
			}
			System.arraycopy(this.bytes, this.position, buffer, offset, length);
			this.position += length;
			return length;
		}

		@Override
		public void close() {
			if (!this.closed) {
				this.closed = true;
				InMemoryOrigin.this.open.decrementAndGet();
			}
		}

	}

}
