package cellar.catalog.store;

/**
 * How objects become readable for everybody.
 */
public enum PublicAccess {

	/** Every PUT says <code>public-read</code>: Walrus, Ceph, S3Proxy. */
	ACL,

	/** A bucket policy says it once: AWS, which refuses ACLs since 2023. */
	POLICY,

	/** Not at all: the gateway reads with credentials. */
	NONE

}
