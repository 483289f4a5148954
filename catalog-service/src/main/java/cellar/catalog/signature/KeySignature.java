package cellar.catalog.signature;

/**
 * A signature by one key.
 *
 * @param keyId the key
 * @param first whether it is the key that clients look for first
 * @param bytes 64 bytes (RFC 8032)
 */
public record KeySignature(String keyId, boolean first, byte[] bytes) {

}
