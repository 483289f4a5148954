package cellar.catalog.bucket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublicReadPolicyTests {

	@Test
	void ofBucketLetsEverybodyReadObjectsAndNothingElse() {
		assertThat(PublicReadPolicy.of("images")).contains("\"Action\":\"s3:GetObject\"",
				"\"Resource\":\"arn:aws:s3:::images/*\"", "\"Principal\":\"*\"");
	}

	@Test
	void ofBucketKeepsWhatWasWithdrawnFromEverybody() {
		assertThat(PublicReadPolicy.of("images")).contains("\"Effect\":\"Deny\"",
				"\"Resource\":\"arn:aws:s3:::images/.withdrawn/*\"");
	}

}
