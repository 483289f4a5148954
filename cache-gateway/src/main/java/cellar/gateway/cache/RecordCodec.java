package cellar.gateway.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import cellar.gateway.origin.Headers;

/**
 * Writes records as bytes that end in their own checksum.
 */
final class RecordCodec {

	private static final int MAGIC = 0x43454C31;

	private static final int MAX_TEXT = 1 << 20;

	private RecordCodec() {
	}

	/**
	 * Returns how long a record is once encoded, or a little more.
	 * @param object the record
	 * @return bytes
	 */
	static int size(StoredObject object) {
		long size = 128 + text(object.key().route()) + text(object.key().source()) + text(object.key().object());
		for (Headers.Field field : object.headers().fields()) {
			size += text(field.name()) + text(field.value());
		}
		return Math.toIntExact(size);
	}

	private static long text(String text) {
		return Integer.BYTES + 3L * text.length();
	}

	static byte[] encode(StoredObject object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(MAGIC);
			writeText(out, object.key().route());
			writeText(out, object.key().source());
			writeText(out, object.key().object());
			writeText(out, object.generation());
			out.writeLong(object.length());
			out.writeInt(object.checksum());
			out.writeLong(object.receivedAt().toEpochMilli());
			out.writeLong(object.initialAge().toMillis());
			out.writeInt(object.headers().fields().size());
			for (Headers.Field field : object.headers().fields()) {
				writeText(out, field.name());
				writeText(out, field.value());
			}
			out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
		}
		return bytes.toByteArray();
	}

	static StoredObject decode(byte[] bytes) throws IOException {
		int end = bytes.length - Integer.BYTES;
		if (end < 0 || ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
			throw new IOException("Record is damaged");
		}
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
		if (in.readInt() != MAGIC) {
			throw new IOException("Record is of another version");
		}
		Key key = new Key(readText(in), readText(in), readText(in));
		String generation = readText(in);
		long length = in.readLong();
		int checksum = in.readInt();
		Instant receivedAt = Instant.ofEpochMilli(in.readLong());
		Duration initialAge = Duration.ofMillis(in.readLong());
		List<Headers.Field> fields = new ArrayList<>();
		for (int remaining = in.readInt(); remaining > 0; remaining--) {
			fields.add(new Headers.Field(readText(in), readText(in)));
		}
		return new StoredObject(key, generation, new Headers(fields), length, checksum, receivedAt, initialAge);
	}

	private static int checksum(byte[] bytes, int length) {
		CRC32C checksum = new CRC32C();
		checksum.update(bytes, 0, length);
		return (int) checksum.getValue();
	}

	private static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(utf8.length);
		out.write(utf8);
	}

	private static String readText(DataInputStream in) throws IOException {
		int length = in.readInt();
		if (length < 0 || length > MAX_TEXT) {
			throw new IOException("Record is damaged");
		}
		return new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

}
