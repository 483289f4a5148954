package cellar.catalog.download;

import java.util.Collection;

/**
 * How far all files of an import have come.
 *
 * @param waiting how many wait
 * @param fetching how many are being fetched
 * @param kept how many are here
 * @param failed how many could not be had
 * @param skipped how many are not wanted
 * @param bytes how many bytes have arrived
 * @param totalBytes how many bytes there are, as far as that is known
 */
public record FilesProgress(long waiting, long fetching, long kept, long failed, long skipped, long bytes,
		long totalBytes) {

	/**
	 * Adds up files.
	 * @param files the files
	 * @return how far they have come together
	 */
	public static FilesProgress of(Collection<FileProgress> files) {
		return new FilesProgress(count(files, DownloadState.WAITING), count(files, DownloadState.FETCHING),
				count(files, DownloadState.KEPT), count(files, DownloadState.FAILED),
				count(files, DownloadState.SKIPPED), files.stream().mapToLong(FileProgress::bytes).sum(),
				files.stream().map(FileProgress::totalBytes).mapToLong((total) -> (total != null) ? total : 0).sum());
	}

	/**
	 * Tells whether nothing is left to be done.
	 * @return whether every file has its end
	 */
	public boolean isSettled() {
		return this.waiting + this.fetching == 0;
	}

	private static long count(Collection<FileProgress> files, DownloadState state) {
		return files.stream().filter((file) -> file.state() == state).count();
	}

}
