package cellar.gateway.sending;

import java.io.IOException;

import io.netty.channel.ChannelFuture;
import io.netty.channel.unix.Errors;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.VertxConnection;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;

/**
 * Lets the kernel send parts of files. Vert.x does so too, but takes a file that is too
 * short for the end of the body, and the next answer for the rest of it.
 */
public final class FileSender {

	/** As Linux numbers it. */
	private static final int EIO = 5;

	private FileSender() {
	}

	/**
	 * Returns whether the kernel can send to a client.
	 * @param request what the client has asked
	 * @return whether it reads the bytes as they are
	 */
	public static boolean reaches(HttpServerRequest request) {
		return !request.isSSL() && request.connection() instanceof VertxConnection;
	}

	/**
	 * Sends an answer whose body is in a file.
	 * @param request the request
	 * @param piece all of its body
	 * @param body the body, which hears of it if the file is at fault
	 * @return completed when it has left
	 */
	public static Future<Void> sendWhole(HttpServerRequest request, Piece.InFile piece, Body body) {
		request.response().writeHead();
		return send(request, piece, body).compose((_) -> request.response().end());
	}

	/**
	 * Sends a part of a file behind what was sent before.
	 * @param request the request
	 * @param piece the part
	 * @param body what it is a part of, which hears of it if the file is at fault
	 * @return completed when it has left; a failure ends the connection
	 */
	static Future<Void> send(HttpServerRequest request, Piece.InFile piece, Body body) {
		Promise<Void> sent = Promise.promise();
		ChannelFuture written = ((VertxConnection) request.connection()).sendFile(piece.file(), piece.first(),
				piece.length());
		written.addListener((_) -> {
			if (written.isSuccess()) {
				sent.complete();
			}
			else {
				if (written.cause() instanceof IOException cause && isOfTheFile(piece, cause)) {
					body.distrust(piece, cause);
				}
				sent.fail(written.cause());
			}
		});
		return sent.future();
	}

	// That the client is gone has no class of its own everywhere, so that the file is
	// asked.
	private static boolean isOfTheFile(Piece.InFile piece, IOException cause) {
		if (cause instanceof Errors.NativeIoException failed) {
			return failed.expectedErr() == -EIO;
		}
		try {
			return piece.file().size() < piece.first() + piece.length();
		}
		catch (IOException ex) {
			return true;
		}
	}

}
