import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients of one object that take a KiB each second.
 */
class SlowReaders {

	public static void main(String[] arguments) throws Exception {
		InetSocketAddress server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
		byte[] request = ("GET " + arguments[2] + " HTTP/1.1\r\nHost: bench\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		int count = Integer.parseInt(arguments[3]);
		List<SocketChannel> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			SocketChannel client = SocketChannel.open();
			// Before it connects, so that the window is small.
			client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
			client.connect(server);
			client.write(ByteBuffer.wrap(request));
			client.configureBlocking(false);
			clients.add(client);
		}
		System.out.println(count + " clients are reading");
		long end = System.nanoTime() + Long.parseLong(arguments[4]) * 1_000_000_000;
		ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
		while (System.nanoTime() < end) {
			long turn = System.nanoTime();
			for (SocketChannel client : clients) {
				buffer.clear();
				if (client.read(buffer) < 0) {
					throw new IllegalStateException("A client was cut off");
				}
			}
			Thread.sleep(Math.max(0, 1000 - (System.nanoTime() - turn) / 1_000_000));
		}
	}

}
