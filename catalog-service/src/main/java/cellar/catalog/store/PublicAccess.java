package cellar.catalog.store;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * How objects become readable for everybody.
 */
public enum PublicAccess {

	/** Every PUT says {@code public-read}: Walrus, Ceph, S3Proxy. */
	ACL,

	/** A bucket policy says it once: AWS, which refuses ACLs since 2023. */
	POLICY,

	/** Not at all: the gateway reads with credentials. */
	NONE;

	/**
	 * Returns what every PUT says.
	 * @return the ACL, unless none is sent
	 */
	@Nullable ObjectCannedACL acl() {
		return (this == ACL) ? ObjectCannedACL.PUBLIC_READ : null;
	}

}
