package cellar.gateway.checksum;

import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

/**
 * The algorithms that object stores know.
 */
public enum ChecksumAlgorithm {

	/** The one that S3 itself takes where an uploader names none. */
	CRC64NVME(Crc64Nvme::new, 64, Crc64Nvme.POLYNOMIAL),

	/** With the polynomial of Castagnoli. */
	CRC32C(CRC32C::new, 32, 0x82F63B78L),

	/** That of ZIP. */
	CRC32(CRC32::new, 32, 0xEDB88320L),

	/** SHA-256. */
	SHA256("SHA-256", 256),

	/** SHA-1. */
	SHA1("SHA-1", 160),

	/** MD5, which entity tags of S3 are made of. */
	MD5("MD5", 128);

	private final @Nullable Supplier<Checksum> crc;

	private final @Nullable String digest;

	private final int bits;

	private final long polynomial;

	ChecksumAlgorithm(Supplier<Checksum> crc, int bits, long polynomial) {
		this.crc = crc;
		this.digest = null;
		this.bits = bits;
		this.polynomial = polynomial;
	}

	ChecksumAlgorithm(String digest, int bits) {
		this.crc = null;
		this.digest = digest;
		this.bits = bits;
		this.polynomial = 0;
	}

	int bits() {
		return this.bits;
	}

	/**
	 * Returns whether the checksum of a body follows from those of its parts.
	 * @return whether it does
	 */
	public boolean isCombinable() {
		return this.crc != null;
	}

	/**
	 * Begins the checksum of a part.
	 * @return the checksum of nothing
	 * @throws IllegalStateException if parts cannot be combined
	 */
	public Checksum part() {
		if (this.crc == null) {
			throw new IllegalStateException(this + " knows no parts");
		}
		return this.crc.get();
	}

	/**
	 * Begins the checksum of a body that comes in order.
	 * @return the checksum of nothing
	 */
	public RunningChecksum start() {
		return (this.digest != null) ? RunningChecksum.ofDigest(this.digest)
				: RunningChecksum.ofCrc(part(), this.bits / 4);
	}

	CrcAlgebra algebra() {
		return new CrcAlgebra(this.polynomial, this.bits);
	}

}
