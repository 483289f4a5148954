package cellar.gateway.pass;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumMismatchException;
import cellar.gateway.slice.Span;
import cellar.gateway.slice.Waiters;

/**
 * Everybody who reads a body that comes in one pass, and how far it has come for them.
 * Nobody is woken, and nothing closed, under the lock.
 */
final class PassReaders {

	private final Waiters waiters = new Waiters();

	private final FileChannel channel;

	private long written;

	private int count;

	private State state = State.COMING;

	private @Nullable IOException failure;

	/** What the disk did not take, until somebody takes it or nobody is left who may. */
	private WholePass.@Nullable Rest rest;

	PassReaders(FileChannel channel) {
		this.channel = channel;
	}

	synchronized boolean areBroken() {
		return this.state == State.BROKEN;
	}

	synchronized void join() {
		this.count++;
	}

	void leave() {
		WholePass.Rest unwanted = null;
		synchronized (this) {
			this.count--;
			if (this.count == 0) {
				unwanted = this.rest;
				this.rest = null;
			}
		}
		if (unwanted != null) {
			unwanted.body().close();
		}
	}

	/**
	 * Called when more of the body has come.
	 * @param position offset of the first byte that has not come
	 * @return whether anybody reads it
	 */
	boolean advance(long position) {
		List<CompletableFuture<Void>> woken;
		boolean read;
		synchronized (this) {
			this.written = position;
			woken = this.waiters.reached(0, position);
			read = this.count > 0;
		}
		woken.forEach((waiter) -> waiter.complete(null));
		return read;
	}

	/**
	 * Called when no more comes.
	 * @param cause why that is too early, if it is
	 * @param refused what the disk did not take, if anything
	 * @return whether that is kept for a reader
	 */
	boolean end(@Nullable IOException cause, WholePass.@Nullable Rest refused) {
		List<CompletableFuture<Void>> woken;
		boolean kept;
		synchronized (this) {
			this.failure = cause;
			this.state = (cause != null) ? State.BROKEN : State.COMPLETE;
			kept = refused != null && this.count > 0;
			this.rest = kept ? refused : null;
			woken = this.waiters.removeAll((_) -> true);
		}
		woken.forEach((waiter) -> waiter.complete(null));
		return kept;
	}

	synchronized WholePass.@Nullable Rest takeRest(long position) {
		if (this.failure instanceof ChecksumMismatchException mismatch) {
			return new WholePass.Rest(position, new RefutedBody(mismatch));
		}
		WholePass.Rest taken = (this.rest != null && this.rest.position() <= position) ? this.rest : null;
		this.rest = (taken != null) ? null : this.rest;
		return taken;
	}

	synchronized CompletableFuture<Optional<Span>> next(long position, long end) {
		if (position < this.written) {
			long until = Math.min(this.written, end);
			return CompletableFuture.completedFuture(Optional.of(new Span(this.channel, position, until - position)));
		}
		return switch (this.state) {
			case COMPLETE -> CompletableFuture.completedFuture(Optional.empty());
			case BROKEN -> CompletableFuture.failedFuture(Objects.requireNonNull(this.failure));
			case COMING -> this.waiters.add(0, position).thenCompose((_) -> next(position, end));
		};
	}

	/**
	 * How far it has come.
	 */
	private enum State {

		/** More may come. */
		COMING,

		/** All of it is there. */
		COMPLETE,

		/** The rest will never be there. */
		BROKEN

	}

}
