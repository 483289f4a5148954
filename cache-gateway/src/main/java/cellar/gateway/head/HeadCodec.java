package cellar.gateway.head;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

/**
 * Writes heads as bytes. The file that they are in vouches for them with its checksum.
 */
public final class HeadCodec {

	/** Of what has no variants. */
	private static final int PLAIN = 1;

	private static final int VARIANT = 2;

	private HeadCodec() {
	}

	public static byte[] encode(Head head) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			String variant = head.key().variant();
			out.writeByte((variant != null) ? VARIANT : PLAIN);
			writeText(out, head.key().space().route());
			writeText(out, head.key().space().source());
			writeText(out, head.key().object());
			if (variant != null) {
				writeText(out, variant);
			}
			out.writeLong(head.receivedAt().toEpochMilli());
			out.writeLong(head.initialAge().toMillis());
			out.writeInt(head.headers().fields().size());
			for (Headers.Field field : head.headers().fields()) {
				writeText(out, field.name());
				writeText(out, field.value());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads a head.
	 * @param bytes what {@link #encode} wrote
	 * @return the head
	 * @throws IOException if they are something else
	 */
	public static Head decode(byte[] bytes) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		int version = in.readByte();
		if (version != PLAIN && version != VARIANT) {
			throw new IOException("The head is of another version");
		}
		Key object = Key.of(new Key.Space(readText(in), readText(in)), readText(in));
		Key key = (version == VARIANT) ? object.variant(readText(in)) : object;
		Instant receivedAt = Instant.ofEpochMilli(in.readLong());
		Duration initialAge = Duration.ofMillis(in.readLong());
		List<Headers.Field> fields = new ArrayList<>();
		for (int remaining = in.readInt(); remaining > 0; remaining--) {
			fields.add(new Headers.Field(readText(in), readText(in)));
		}
		return new Head(key, new Headers(fields), receivedAt, initialAge);
	}

	private static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(utf8.length);
		out.write(utf8);
	}

	private static String readText(DataInputStream in) throws IOException {
		int length = in.readInt();
		if (length < 0 || length > in.available()) {
			throw new IOException("The head is malformed");
		}
		return new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

}
