package cellar.catalog.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectReader;

/**
 * Moves a body of known size into the store through one buffer.
 */
public class Transfer {

	private final MultipartStore store;

	private final Runnable onPart;

	/**
	 * Creates a transfer.
	 * @param store where the parts go
	 * @param onPart runs after each part that the store has taken
	 */
	public Transfer(MultipartStore store, Runnable onPart) {
		this.store = store;
		this.onPart = onPart;
	}

	/**
	 * Sends all parts. There is no object yet afterwards.
	 * @param body the bytes
	 * @param size how many are promised
	 * @param key where they go
	 * @param multipartId the upload there
	 * @param passing sees each part before the store does
	 * @return the parts, in order
	 * @throws TruncatedBodyException if fewer bytes arrive
	 * @throws IOException if the connection breaks
	 */
	public List<MultipartStore.Part> send(InputStream body, long size, String key, String multipartId,
			ObjectReader.Sink passing) throws IOException {
		byte[] buffer = new byte[PartSize.of(size)];
		List<MultipartStore.Part> parts = new ArrayList<>();
		long sent = 0;
		while (sent < size) {
			int wanted = (int) Math.min(buffer.length, size - sent);
			int length = body.readNBytes(buffer, 0, wanted);
			if (length < wanted) {
				throw truncated(sent + length, size);
			}
			passing.accept(buffer, 0, length);
			int number = parts.size() + 1;
			parts.add(new MultipartStore.Part(number, this.store.part(key, multipartId, number, buffer, length)));
			sent += length;
			this.onPart.run();
		}
		return parts;
	}

	private static TruncatedBodyException truncated(long arrived, long size) {
		return new TruncatedBodyException("%d of %d bytes arrived; send the whole file again".formatted(arrived, size));
	}

}
