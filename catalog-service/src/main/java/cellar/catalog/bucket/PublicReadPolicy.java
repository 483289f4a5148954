package cellar.catalog.bucket;

import cellar.catalog.revocation.Aside;

/**
 * The bucket policy that lets everybody read objects and do nothing else. What was taken
 * back nobody reads, until its owner changes the policy.
 */
final class PublicReadPolicy {

	private PublicReadPolicy() {
	}

	static String of(String bucket) {
		return """
				{"Version":"2012-10-17","Statement":[{"Sid":"PublicRead","Effect":"Allow","Principal":"*",\
				"Action":"s3:GetObject","Resource":"arn:aws:s3:::%1$s/*"},{"Sid":"Withdrawn","Effect":"Deny",\
				"Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::%1$s/%2$s*"}]}""".formatted(bucket,
				Aside.PREFIX);
	}

}
