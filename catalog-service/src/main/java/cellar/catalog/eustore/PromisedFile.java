package cellar.catalog.eustore;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says of the bytes of its file.
 *
 * @param size how many there are, if that is said
 * @param sha256 64 lower-case hex digits, if that is said
 * @param md5 32 lower-case hex digits, if that is said
 */
public record PromisedFile(@Nullable Long size, @Nullable String sha256, @Nullable String md5) {

	private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

	static PromisedFile of(EntryFields fields, Findings findings) {
		return new PromisedFile(read(fields.scalar("size"), "size", SIZE, Long::valueOf, findings),
				read(fields.scalar("sha256"), "sha256", SHA256, Function.identity(), findings),
				read(fields.scalar("md5"), "md5", MD5, Function.identity(), findings));
	}

	private static <T> @Nullable T read(@Nullable String given, String field, Pattern form, Function<String, T> reading,
			Findings findings) {
		if (given == null) {
			return null;
		}
		String lower = given.toLowerCase(Locale.ROOT);
		if (form.matcher(lower).matches()) {
			return reading.apply(lower);
		}
		findings.note("'%s' cannot be read; the file is not checked by it".formatted(field));
		return null;
	}

}
