package cellar.catalog.transfer;

import java.security.MessageDigest;
import java.util.HexFormat;

import cellar.common.hash.HashFunction;

/**
 * The checksums of a file, computed while it passes.
 */
public class Digests {

	private final MessageDigest sha256 = HashFunction.SHA_256.start();

	private final MessageDigest md5 = HashFunction.MD5.start();

	/**
	 * Takes the next bytes of the file.
	 * @param buffer where they are
	 * @param offset where they begin
	 * @param length how many there are
	 */
	public void update(byte[] buffer, int offset, int length) {
		this.sha256.update(buffer, offset, length);
		this.md5.update(buffer, offset, length);
	}

	/**
	 * Ends the file.
	 * @return its checksums
	 */
	public Result result() {
		return new Result(HexFormat.of().formatHex(this.sha256.digest()), HexFormat.of().formatHex(this.md5.digest()));
	}

	/**
	 * The checksums of a whole file, in lower-case hex.
	 *
	 * @param sha256 64 digits
	 * @param md5 32 digits
	 */
	public record Result(String sha256, String md5) {

	}

}
