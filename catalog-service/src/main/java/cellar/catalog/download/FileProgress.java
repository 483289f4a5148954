package cellar.catalog.download;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has come, as callers see it.
 *
 * @param state how far
 * @param bytes how many have arrived in the present attempt
 * @param totalBytes how many there are, once that is known
 * @param percent the share that has arrived, 0 to 100, once that is known
 * @param attempts how often it was tried
 * @param reason why it is not here, if there is a reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileProgress(DownloadState state, long bytes, @Nullable Long totalBytes, @Nullable Integer percent,
		int attempts, @Nullable String reason) {

	private static final int ALL = 100;

	static FileProgress of(Download download) {
		Long total = download.totalBytes();
		return new FileProgress(download.state(), download.bytes(), total, percent(download.bytes(), total),
				download.attempts(), download.reason());
	}

	static @Nullable Integer percent(long bytes, @Nullable Long total) {
		return (total != null && total > 0) ? Math.clamp(Math.floorDiv(bytes * ALL, total), 0, ALL) : null;
	}

}
