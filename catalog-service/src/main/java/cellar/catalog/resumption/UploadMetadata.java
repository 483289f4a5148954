package cellar.catalog.resumption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.InvalidParameterException;

/**
 * What a client says of a file: keys and Base64 values, as in tus 1.0, "Upload-Metadata".
 *
 * @param raw the header
 * @param values its values by key, decoded
 */
record UploadMetadata(String raw, Map<String, String> values) {

	private static final String HEADER = "Upload-Metadata";

	private static final int MAX_LENGTH = 4000;

	static UploadMetadata parse(@Nullable String header) {
		String raw = (header != null) ? header.strip() : "";
		if (raw.length() > MAX_LENGTH) {
			throw new InvalidParameterException(HEADER, "must have at most 4000 characters");
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : raw.split(",")) {
			String[] parts = pair.strip().split(" ", 2);
			if (values.put(parts[0], (parts.length > 1) ? decode(parts[1].strip()) : "") != null) {
				throw new InvalidParameterException(HEADER, "must have each key once");
			}
		}
		return new UploadMetadata(raw, values);
	}

	private static String decode(String value) {
		try {
			return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameterException(HEADER, "must have values in Base64");
		}
	}

	UUID image() {
		try {
			return UUID.fromString(this.values.getOrDefault("image", ""));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameterException(HEADER, "must have the id of a draft as 'image', in Base64");
		}
	}

	@Nullable String fileName() {
		return this.values.get("filename");
	}

	@Nullable String sha256() {
		return this.values.get("sha256");
	}

}
