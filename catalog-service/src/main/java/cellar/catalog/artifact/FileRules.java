package cellar.catalog.artifact;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.common.catalog.WithdrawalMark;
import cellar.common.problem.InvalidParameterException;

/**
 * What may be said of a file before it is sent.
 */
@Component
public class FileRules {

	private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,149}");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private final ArtifactProperties properties;

	FileRules(ArtifactProperties properties) {
		this.properties = properties;
	}

	/**
	 * Returns the size of the largest file.
	 * @return bytes
	 */
	public long maxSize() {
		return this.properties.maxSize().toBytes();
	}

	/**
	 * Checks the size of a file.
	 * @param size bytes
	 * @return the size
	 * @throws UploadRefusedException if no file may have it
	 */
	public long checkedSize(long size) {
		if (size == 0) {
			throw new UploadRefusedException(UploadRefusedException.Reason.EMPTY, "The file has no bytes");
		}
		if (size > maxSize()) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TOO_LARGE,
					"The file has %d bytes; at most %d are taken".formatted(size, maxSize()));
		}
		return size;
	}

	/**
	 * Tells whether a file may have a name.
	 * @param file the name
	 * @return whether it may
	 */
	public boolean isName(String file) {
		// What ends so tells gateways that the file beside it was withdrawn.
		return FILE_NAME.matcher(file).matches() && !WithdrawalMark.isOne(file);
	}

	/**
	 * Checks the name of a file.
	 * @param parameter where the client gives it
	 * @param file the name, if one is given
	 * @return the name
	 * @throws InvalidParameterException if no file may have it
	 */
	public @Nullable String checkedName(String parameter, @Nullable String file) {
		if (file != null && !isName(file)) {
			throw new InvalidParameterException(parameter,
					"must be 1 to 150 letters, digits, '.', '_', '+' or '-', begin with a letter or digit, and not end with '.withdrawn'");
		}
		return file;
	}

	/**
	 * Checks the checksum that a client expects.
	 * @param parameter where the client gives it
	 * @param sha256 hex, if it is given
	 * @return the checksum in lower case
	 * @throws InvalidParameterException if it is none
	 */
	public @Nullable String checkedDigest(String parameter, @Nullable String sha256) {
		if (sha256 == null) {
			return null;
		}
		String lower = sha256.strip().toLowerCase(Locale.ROOT);
		if (!SHA256.matcher(lower).matches()) {
			throw new InvalidParameterException(parameter, "must be 64 hex digits");
		}
		return lower;
	}

}
