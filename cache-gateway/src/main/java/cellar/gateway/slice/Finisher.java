package cellar.gateway.slice;

import java.util.concurrent.CompletionException;

/**
 * Reads what is left of an object that nobody reads any more, so that it is there next
 * time.
 */
final class Finisher implements Runnable {

	private final SlicedObject object;

	private final Filling filling;

	Finisher(SlicedObject object, Filling filling) {
		this.object = object;
		this.filling = filling;
	}

	@Override
	public void run() {
		long end = this.object.file().slices().length();
		try (SliceReader reader = new SliceReader(this.object, (_) -> this.filling.finishedAlone())) {
			for (long position = 0; position < end && !this.object.file().isRetired();) {
				Span span = reader.next(position, end).join();
				position = span.position() + span.length();
			}
		}
		catch (CompletionException ex) {
			// The rest is fetched when somebody wants it.
		}
	}

}
