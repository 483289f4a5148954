package cellar.catalog.bucket;

/**
 * The bucket policy that lets everybody read objects and do nothing else.
 */
final class PublicReadPolicy {

	private PublicReadPolicy() {
	}

	static String of(String bucket) {
		return """
				{"Version":"2012-10-17","Statement":[{"Sid":"PublicRead","Effect":"Allow","Principal":"*",\
				"Action":"s3:GetObject","Resource":"arn:aws:s3:::%s/*"}]}""".formatted(bucket);
	}

}
