package cellar.catalog.artifact;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import software.amazon.awssdk.services.s3.model.S3Object;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An image without an artifact.
 *
 * @param drafts what made it
 * @param port where the service listens
 * @param api calls the service
 * @param path where the image is
 * @param name the name of the image
 */
record Draft(Drafts drafts, int port, Api api, String path, String name) {

	Api.Answer put(byte[] content, String... headers) {
		return this.api.put(this.path + "/artifact", content, headers);
	}

	/**
	 * Returns bytes that no other draft has sent.
	 * @return the bytes
	 */
	byte[] ownContent() {
		return this.name.getBytes(StandardCharsets.UTF_8);
	}

	Socket connect() throws IOException {
		return new Socket("127.0.0.1", this.port);
	}

	/**
	 * Returns the head of a request that sends an artifact.
	 * @param length bytes of the artifact
	 * @return the head, as sent
	 */
	byte[] head(int length) {
		return ("PUT " + this.path + "/artifact HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer publisher\r\n"
				+ "Content-Length: " + length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	List<S3Object> objects() {
		return this.drafts.s3()
			.listObjectsV2((list) -> list.bucket(this.drafts.buckets().images()).prefix(this.name + "/"))
			.contents();
	}

	long running() {
		return this.drafts.jdbc()
			.sql("select count(*) from upload where state = 'RUNNING' and starts_with(object_key, ?)")
			.param(this.name + "/")
			.query(Long.class)
			.single();
	}

	void assertUnchanged() {
		assertThat(this.api.get(this.path).json().path("artifact").isNull()).isTrue();
		assertThat(objects()).isEmpty();
		this.drafts.awaitSweep();
	}

}
