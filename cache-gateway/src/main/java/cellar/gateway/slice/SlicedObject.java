package cellar.gateway.slice;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.version.Source;

/**
 * One version of an object that is in use. Any number of readers at any offsets share
 * each slice's single request to the origin and get its bytes as they arrive. No reader
 * ever holds a thread or paces another.
 */
public final class SlicedObject {

	private final ObjectFile file;

	private final SliceTable slices;

	private final Executor executor;

	private final Verification verification;

	private final Filling filling;

	/**
	 * Takes an object into use.
	 * @param file its file
	 * @param source where what is missing comes from
	 * @param store what its file is in
	 * @param limits how much is asked of the origin
	 * @param executor runs what blocks
	 */
	public SlicedObject(ObjectFile file, Source source, Store store, FillLimits limits, Executor executor) {
		this.file = file;
		this.slices = file.slices();
		this.executor = executor;
		this.verification = new Verification(file, executor);
		this.filling = new Filling(file, source, store, limits, executor);
	}

	public ObjectFile file() {
		return this.file;
	}

	/**
	 * Returns what can be read right now. Never waits for the disk or the origin.
	 * @param position offset of the first byte that is wanted
	 * @param end offset of the first byte that is not wanted
	 * @return the bytes, or {@code null} if they have to be waited for
	 */
	public @Nullable Span ready(long position, long end) {
		int slice = this.slices.slice(position);
		if (!this.slices.isChecked(slice)) {
			long written = this.filling.written(slice);
			return (written > position) ? span(position, Math.min(written, end)) : null;
		}
		int last = this.slices.slice(end - 1);
		while (slice < last && this.slices.isChecked(slice + 1)) {
			slice++;
		}
		return span(position, Math.min(this.slices.end(slice), end));
	}

	/**
	 * Returns how much of a part is there.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part
	 * @return that of the slice which is the farthest from being there
	 */
	public Presence presence(long first, long end) {
		if (first >= end || this.slices.isComplete()) {
			return Presence.PRESENT;
		}
		return this.filling.presence(this.slices.slice(first), this.slices.slice(end - 1));
	}

	/**
	 * Called when bytes cannot be read as they were written. Their slices are compared
	 * with their checksums before anybody gets them, and asked for again if need be.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after them
	 */
	public void distrust(long first, long end) {
		for (int slice = this.slices.slice(first); slice <= this.slices.slice(end - 1); slice++) {
			this.slices.distrust(slice);
		}
	}

	/**
	 * Returns how long the object is.
	 * @return bytes
	 */
	public long length() {
		return this.slices.length();
	}

	/**
	 * Returns where the slice of a byte ends.
	 * @param position offset of the byte
	 * @return offset of the first byte of the next slice
	 */
	public long sliceEnd(long position) {
		return this.slices.end(this.slices.slice(position));
	}

	private Span span(long position, long end) {
		return new Span(this.file.channel().channel(), position, end - position);
	}

	/**
	 * Waits for bytes, and has them fetched if nobody does so yet.
	 * @param position offset of the byte that is wanted
	 * @param end offset of the first byte that is not wanted
	 * @return completed when it is worth another look; exceptionally if the byte will
	 * never be there
	 */
	CompletableFuture<Void> await(long position, long end) {
		int slice = this.slices.slice(position);
		return this.slices.isPresent(slice) ? this.verification.of(slice) : this.filling.await(position, end);
	}

	/**
	 * Fetches slices that a reader will want soon.
	 * @param position where he is
	 * @param end offset of the first byte that he does not want
	 */
	void readAhead(long position, long end) {
		if (!this.slices.isComplete()) {
			this.filling.readAhead(this.slices.slice(position), this.slices.slice(end - 1) + 1);
		}
	}

	/**
	 * Announces slices that the origin is giving already, so that nobody asks for them
	 * again.
	 * @param first the first of them
	 * @param end the first slice after them
	 * @return takes them from the answer, which has just them, and returns when that is
	 * over; to be called in any case
	 */
	public Consumer<OriginBody> expect(int first, int end) {
		return this.filling.expect(first, end);
	}

	/**
	 * Adds a reader.
	 * @return the reader, to be closed
	 */
	public SliceReader read() {
		SliceReader reader = new SliceReader(this, this::left);
		this.filling.joined(reader);
		return reader;
	}

	private void left(SliceReader reader) {
		if (this.filling.left(reader)) {
			finish();
		}
	}

	/**
	 * Called when somebody for whom slices may be coming needs none of them after all.
	 */
	public void leaveUnread() {
		if (!this.slices.isComplete() && this.filling.leftUnread()) {
			finish();
		}
	}

	private void finish() {
		this.executor.execute(new Finisher(this, this.filling));
	}

}
