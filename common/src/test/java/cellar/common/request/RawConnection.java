package cellar.common.request;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection on which requests may be sent that no HTTP client would send.
 */
final class RawConnection implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int BLOCK = 64 * 1024;

	private final Socket socket;

	private RawConnection(Socket socket) {
		this.socket = socket;
	}

	static RawConnection to(int port) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setSoTimeout((int) PATIENCE.toMillis());
		return new RawConnection(socket);
	}

	/**
	 * Sends the head of a request.
	 * @param lines its lines, without {@code Host}
	 * @return this connection
	 * @throws IOException if the peer is gone
	 */
	RawConnection head(String... lines) throws IOException {
		return text(String.join("\r\n", lines) + "\r\nHost: a\r\n\r\n");
	}

	RawConnection text(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	/**
	 * Sends spaces.
	 * @param count how many
	 * @return this connection
	 * @throws IOException if the peer is gone
	 */
	RawConnection spaces(int count) throws IOException {
		byte[] block = new byte[Math.min(BLOCK, count)];
		Arrays.fill(block, (byte) ' ');
		for (int sent = 0; sent < count; sent += block.length) {
			this.socket.getOutputStream().write(block, 0, Math.min(block.length, count - sent));
		}
		return this;
	}

	/**
	 * Sends no more, but still listens.
	 * @return this connection
	 * @throws IOException if the peer is gone
	 */
	RawConnection end() throws IOException {
		this.socket.shutdownOutput();
		return this;
	}

	/**
	 * Waits for an answer that tells its length or comes in one chunk.
	 * @return status line, headers and body
	 * @throws IOException if there is none
	 */
	String answer() throws IOException {
		String head = until("\r\n\r\n");
		Matcher length = LENGTH.matcher(head);
		if (length.find()) {
			return head + new String(this.socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))),
					StandardCharsets.UTF_8);
		}
		return head.contains("hunked") ? head + until("0\r\n\r\n") : head;
	}

	/**
	 * Waits for the end of the connection.
	 * @return whether nothing but the end came; a reset is thrown
	 * @throws IOException if the connection was reset or stays open
	 */
	boolean isClosedInOrder() throws IOException {
		return this.socket.getInputStream().read() < 0;
	}

	private String until(String end) throws IOException {
		InputStream in = this.socket.getInputStream();
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		while (!read.toString(StandardCharsets.UTF_8).endsWith(end)) {
			int next = in.read();
			if (next < 0) {
				throw new EOFException("Closed after: " + read.toString(StandardCharsets.UTF_8));
			}
			read.write(next);
		}
		return read.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
