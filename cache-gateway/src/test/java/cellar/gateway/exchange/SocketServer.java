package cellar.gateway.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An origin that does with each connection whatever it is told to.
 */
public final class SocketServer implements AutoCloseable {

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final ServerSocket server;

	private final Script script;

	public SocketServer(Script script) {
		this.script = script;
		try {
			this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	int connections() {
		return this.connections.get();
	}

	/**
	 * Returns what was asked for.
	 * @return the heads of all requests, line by line
	 */
	public List<String> requests() {
		return this.requests;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				this.connections.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			this.script.serve(new Connection(socket));
		}
		catch (IOException ex) {
			// The other side left, as some tests want it to.
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket socket : this.sockets) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What to do with a connection, which is closed afterwards.
	 */
	@FunctionalInterface
	public interface Script {

		void serve(Connection connection) throws IOException;

	}

	/**
	 * A connection of a client.
	 */
	public final class Connection {

		private final Socket socket;

		private Connection(Socket socket) {
			this.socket = socket;
		}

		/**
		 * Waits for a request.
		 * @return its head
		 * @throws IOException if there is none any more
		 */
		public String readRequest() throws IOException {
			StringBuilder head = new StringBuilder();
			InputStream in = this.socket.getInputStream();
			while (head.indexOf("\r\n\r\n") < 0) {
				int c = in.read();
				if (c < 0) {
					throw new IOException("No request");
				}
				head.append((char) c);
			}
			SocketServer.this.requests.add(head.toString());
			return head.toString();
		}

		public void write(String text) throws IOException {
			write(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		public void write(byte[] bytes) throws IOException {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
		}

		/** Waits until the client has gone. */
		public void awaitEnd() throws IOException {
			while (this.socket.getInputStream().read() >= 0) {
				continue;
			}
		}

		/** Breaks the connection off, so that the client cannot take it for an end. */
		public void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

	}

}
