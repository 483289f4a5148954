package cellar.gateway.disk;

/**
 * A file that has been begun and that nobody finds yet: without a crash it is saved or
 * discarded, and after one it is garbage.
 */
public final class Part {

	private final CacheDirectory directory;

	private final KeyHash hash;

	private final long generation;

	private final LeasedChannel channel;

	Part(CacheDirectory directory, KeyHash hash, long generation, LeasedChannel channel) {
		this.directory = directory;
		this.hash = hash;
		this.generation = generation;
		this.channel = channel;
	}

	/**
	 * Returns the open file.
	 * @return the file, with a lease that goes over to whatever this is turned into
	 */
	public LeasedChannel channel() {
		return this.channel;
	}

	/**
	 * Turns it into the file of a body whose length is known by now.
	 * @param slices what the body holds so far
	 * @param content bytes of what the owner wants to know again, for which there has to
	 * be room
	 * @return the file, still without a name
	 */
	public ObjectFile of(SliceTable slices, int content) {
		FileName name = new FileName(this.hash, this.generation, slices.length(),
				Description.room(slices.count(), content));
		return ObjectFile.unnamed(this.directory, name, this.channel, slices);
	}

	/**
	 * Deletes it. Who has it open can go on with it.
	 */
	public void discard() {
		this.directory.discard(new FileName(this.hash, this.generation, 0, 0));
	}

}
