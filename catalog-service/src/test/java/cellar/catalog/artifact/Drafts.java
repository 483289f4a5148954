package cellar.catalog.artifact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.store.Buckets;

/**
 * Makes drafts to upload files for.
 *
 * @param environment knows the port of the service
 * @param s3 reads the store
 * @param buckets where artifacts are in the store
 * @param jdbc reads the database
 */
record Drafts(Environment environment, S3Client s3, Buckets buckets, JdbcClient jdbc) {

	static final byte[] CONTENT = "hello world".getBytes(StandardCharsets.UTF_8);

	static final String SHA256 = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

	Draft create() {
		int port = this.environment.getRequiredProperty("local.server.port", Integer.class);
		Api api = new Api(port, "publisher");
		JsonNode image = api.createImage("{\"os\":\"debian\",\"architecture\":\"x86_64\"}");
		return new Draft(this, port, api, "/api/v1/images/" + image.path("id").asString(),
				image.path("name").asString());
	}

	/**
	 * Waits until nothing of any upload is left that is not bound to an image.
	 */
	void awaitSweep() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> unboundUploads() == 0);
	}

	/**
	 * Counts the uploads of all drafts that run or were not swept twice yet. What was
	 * swept once need not wait for its second time.
	 * @return how many
	 */
	long unboundUploads() {
		this.jdbc.sql("update upload set touched_at = touched_at - interval '1 hour' where state = 'SWEPT'").update();
		return this.jdbc.sql("select count(*) from upload where state <> 'BOUND'").query(Long.class).single();
	}

}
