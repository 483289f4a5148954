package cellar.catalog.download;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far all files of an import have come.
 *
 * @param waiting how many wait
 * @param fetching how many are being fetched
 * @param kept how many are here
 * @param failed how many could not be had
 * @param skipped how many are not wanted
 * @param bytes how many bytes have arrived of those that are here or on their way
 * @param totalBytes how many bytes those have, as far as that is known
 * @param percent how much of the work is done, 0 to 100, if there is any: each file
 * counts alike, since sizes become known late
 * @param settledAt when the last of those with an end came to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilesProgress(long waiting, long fetching, long kept, long failed, long skipped, long bytes,
		long totalBytes, @Nullable Integer percent, @JsonIgnore @Nullable Instant settledAt) {

	/**
	 * No files.
	 */
	public static final FilesProgress NONE = new FilesProgress(0, 0, 0, 0, 0, 0, 0, null, null);

	/**
	 * Tells whether nothing is left to be done.
	 * @return whether every file has its end
	 */
	@JsonIgnore
	public boolean isSettled() {
		return this.waiting + this.fetching == 0;
	}

}
