package cellar.catalog.resumption;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Speaks tus as clients do.
 *
 * @param port where the service listens
 * @param api calls the service
 */
record TusClient(int port, Api api) {

	private static final String VERSION = "1.0.0";

	Api.Answer create(String image, long length, String... metadata) {
		StringBuilder header = new StringBuilder("image ").append(base64(image.substring(image.lastIndexOf('/') + 1)));
		for (int index = 0; index < metadata.length; index += 2) {
			header.append(',').append(metadata[index]).append(' ').append(base64(metadata[index + 1]));
		}
		return this.api.send("POST", "/api/v1/uploads", BodyPublishers.noBody(), "Tus-Resumable", VERSION,
				"Upload-Length", String.valueOf(length), "Upload-Metadata", header.toString());
	}

	String begin(String image, long length, String... metadata) {
		return create(image, length, metadata).expect(201).header("Location");
	}

	Api.Answer append(String upload, long offset, byte[] bytes) {
		return this.api.send("PATCH", upload, BodyPublishers.ofByteArray(bytes), "Tus-Resumable", VERSION,
				"Upload-Offset", String.valueOf(offset), "Content-Type", "application/offset+octet-stream");
	}

	Api.Answer head(String upload) {
		return this.api.send("HEAD", upload, BodyPublishers.noBody(), "Tus-Resumable", VERSION);
	}

	long offset(String upload) {
		return Long.parseLong(head(upload).expect(200).header("Upload-Offset"));
	}

	JsonNode status(String upload) {
		return this.api.get(upload).expect(200).json();
	}

	Api.Answer cancel(String upload) {
		return this.api.send("DELETE", upload, BodyPublishers.noBody(), "Tus-Resumable", VERSION);
	}

	/**
	 * Begins to send more bytes than it has.
	 * @param upload the upload
	 * @param offset where it goes on
	 * @param length the bytes promised
	 * @param bytes the bytes sent
	 * @return the connection
	 * @throws IOException if there is none
	 */
	Socket sendPartOf(String upload, long offset, int length, byte[] bytes) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write(("PATCH " + upload + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer publisher\r\n"
					+ "Tus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
					+ "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
		return socket;
	}

	void assertNothingIsThere(String image) {
		assertThat(this.api.get(image).expect(200).json().path("artifact").isNull()).isTrue();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
