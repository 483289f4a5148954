package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server that answers each path as told, byte by byte if need be.
 */
class ScriptedServer implements AutoCloseable {

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<String> heads = new CopyOnWriteArrayList<>();

	private final ServerSocket socket;

	ScriptedServer() {
		try {
			this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
	}

	void on(String target, Answer answer) {
		this.answers.put(target, answer);
	}

	long requestsFor(String target) {
		return this.requests.stream().filter((line) -> line.contains(" " + target + " ")).count();
	}

	/**
	 * Returns what was asked for one target.
	 * @param target path and query
	 * @return the heads of the requests
	 */
	List<String> heads(String target) {
		return this.heads.stream().filter((head) -> head.contains(" " + target + " ")).toList();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				Thread.ofVirtual().start(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client; InputStream in = client.getInputStream(); OutputStream out = client.getOutputStream()) {
			String head = readHead(in);
			this.heads.add(head);
			String line = head.substring(0, head.indexOf("\r\n"));
			this.requests.add(line);
			Answer answer = this.answers.get(line.split(" ")[1]);
			if (answer == null) {
				write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
				return;
			}
			answer.write(out);
		}
		catch (IOException | InterruptedException ex) {
			// The other side left, as some tests want it to.
		}
	}

	private static String readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int c = in.read();
			if (c < 0) {
				throw new IOException("no request");
			}
			head.append((char) c);
		}
		return head.toString();
	}

	static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * What to write to one client.
	 */
	@FunctionalInterface
	interface Answer {

		void write(OutputStream out) throws IOException, InterruptedException;

	}

}
