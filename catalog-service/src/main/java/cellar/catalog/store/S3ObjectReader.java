package cellar.catalog.store;

import java.io.IOException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * {@link ObjectReader} over S3, through one buffer.
 */
class S3ObjectReader implements ObjectReader {

	private static final int BUFFER = 64 * 1024;

	private final S3Client client;

	S3ObjectReader(S3Client client) {
		this.client = client;
	}

	@Override
	public void read(String bucket, String key, Sink sink) {
		String what = "read '%s' from bucket '%s'".formatted(key, bucket);
		ResponseInputStream<GetObjectResponse> body = S3Calls.call(what,
				() -> this.client.getObject((get) -> get.bucket(bucket).key(key)));
		try {
			drain(body, sink);
			body.close();
		}
		catch (IOException ex) {
			body.abort();
			throw new StoreException("Could not " + what + ": " + ex.getMessage(), ex);
		}
		catch (RuntimeException ex) {
			// Closing would read all the rest.
			body.abort();
			throw ex;
		}
	}

	private static void drain(ResponseInputStream<GetObjectResponse> body, Sink sink) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long left = body.response().contentLength();
		int length = body.read(buffer);
		while (length >= 0) {
			sink.accept(buffer, 0, length);
			left -= length;
			length = body.read(buffer);
		}
		if (left != 0) {
			throw new IOException("The object breaks off");
		}
	}

}
