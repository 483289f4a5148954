package cellar.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The output of one part. Each start begins a new file and keeps the one before, so that
 * neither grows over the runs.
 *
 * @param path the file of the current run
 */
public record LogFile(Path path) {

	private static final int TAIL_BYTES = 16 * 1024;

	/**
	 * Puts the file of the run before aside.
	 * @throws IOException if that failed
	 */
	public void rotate() throws IOException {
		Files.createDirectories(this.path.toAbsolutePath().getParent());
		if (Files.exists(this.path) && Files.size(this.path) > 0) {
			Files.move(this.path, this.path.resolveSibling(this.path.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Returns the last lines.
	 * @param count how many at most
	 * @return the lines, none if there is no file
	 */
	public List<String> tail(int count) {
		try (RandomAccessFile file = new RandomAccessFile(this.path.toFile(), "r")) {
			byte[] bytes = new byte[(int) Math.min(file.length(), TAIL_BYTES)];
			file.seek(file.length() - bytes.length);
			file.readFully(bytes);
			List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
			return lines.subList(Math.max(0, lines.size() - count), lines.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
