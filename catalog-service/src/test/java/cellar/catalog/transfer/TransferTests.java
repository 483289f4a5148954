package cellar.catalog.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import cellar.catalog.store.MultipartStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class TransferTests {

	private static final long SIZE = 200L * 1024 * 1024 + 5;

	private final CountingStore store = new CountingStore();

	private final AtomicInteger signs = new AtomicInteger();

	private final Digests digests = new Digests();

	private final Transfer transfer = new Transfer(this.store, this.signs::incrementAndGet);

	@Test
	void sendOfManyPartsUsesOneBuffer() throws IOException {
		List<MultipartStore.Part> sent = this.transfer.send(new Zeros(SIZE), SIZE, "key", "id", this.digests::update);
		assertThat(sent).hasSize(26);
		assertThat(this.store.bytes).isEqualTo(SIZE);
		assertThat(this.store.buffers).hasSize(1);
		assertThat(this.store.largest).isEqualTo(PartSize.MINIMUM);
		assertThat(this.signs).hasValue(26);
	}

	@Test
	void sendShowsAllBytes() throws IOException {
		this.transfer.send(new Zeros(1), 1, "key", "id", this.digests::update);
		Digests.Result passed = this.digests.result();
		assertThat(passed.md5()).isEqualTo("93b885adfe0da089cdf634904fd59f71");
		assertThat(passed.sha256()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
	}

	@Test
	void sendWhenBodyEndsEarlyRefuses() {
		assertThatExceptionOfType(TruncatedBodyException.class)
			.isThrownBy(() -> this.transfer.send(new Zeros(10), 11, "key", "id", this.digests::update))
			.withMessageContaining("10 of 11");
		assertThat(this.store.bytes).isZero();
	}

	@Test
	void sendWhenConnectionBreaksSaysSo() {
		InputStream broken = new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("reset");
			}

		};
		assertThatIOException().isThrownBy(() -> this.transfer.send(broken, 11, "key", "id", this.digests::update))
			.withMessage("reset");
		assertThat(this.store.bytes).isZero();
	}

	private static final class Zeros extends InputStream {

		private long left;

		private Zeros(long size) {
			this.left = size;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {
			if (this.left == 0) {
				return -1;
			}
			int count = (int) Math.min(length, this.left);
			this.left -= count;
			return count;
		}

	}

	/**
	 * Keeps nothing but figures.
	 */
	private static final class CountingStore implements MultipartStore {

		private final Set<Integer> buffers = new HashSet<>();

		private long bytes;

		private int largest;

		@Override
		public String begin(String key, String contentType) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String part(String key, String multipartId, int number, byte[] buffer, int length) {
			this.buffers.add(System.identityHashCode(buffer));
			this.bytes += length;
			this.largest = Math.max(this.largest, buffer.length);
			return "tag" + number;
		}

		@Override
		public void complete(String key, String multipartId, List<Part> parts) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void abort(String key, String multipartId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<String> pending(String key) {
			throw new UnsupportedOperationException();
		}

	}

}
