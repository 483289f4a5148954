package cellar.gateway.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which files there are. Those that an earlier process has left unfinished are garbage;
 * those of others are not touched.
 */
public final class DirectoryScan {

	private final Layout layout;

	private final Predicate<String> isBegun;

	private final Consumer<Path> garbage;

	/**
	 * Prepares to look at files.
	 * @param layout where they are
	 * @param isBegun returns whether an unfinished file is one of this process
	 * @param garbage takes each unfinished file that is not
	 */
	DirectoryScan(Layout layout, Predicate<String> isBegun, Consumer<Path> garbage) {
		this.layout = layout;
		this.isBegun = isBegun;
		this.garbage = garbage;
	}

	/**
	 * Looks for the files of a key.
	 * @param hash of the key
	 * @return the names of those that have one
	 * @throws IOException if the directory cannot be read
	 */
	public List<FileName> find(KeyHash hash) throws IOException {
		List<FileName> found = new ArrayList<>();
		try {
			for (Path file : list(this.layout.parent(hash), hash + ".*")) {
				FileName name = FileName.parse(file.getFileName().toString());
				if (name != null) {
					found.add(name);
				}
			}
		}
		catch (NoSuchFileException ex) {
			// There is no file of a key whose directory was never made.
		}
		return found;
	}

	/**
	 * Lists the directories that files are in.
	 * @return the directories, and what somebody else may have left among them
	 * @throws IOException if they cannot be told
	 */
	public List<Path> directories() throws IOException {
		return list(this.layout.root(), "*");
	}

	/**
	 * Looks at all files of a directory.
	 * @param directory one of the directories
	 * @param found takes the name of each finished file
	 * @throws IOException if it cannot be read; then there may be files that were not
	 * found
	 */
	public void read(Path directory, Consumer<FileName> found) throws IOException {
		try {
			list(directory, "*").forEach((file) -> look(directory, file, found));
		}
		catch (NotDirectoryException | NoSuchFileException ex) {
			// Somebody else has left a file here, or taken a directory away.
		}
	}

	private static List<Path> list(Path directory, String pattern) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
			List<Path> list = new ArrayList<>();
			files.forEach(list::add);
			return list;
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
	}

	private void look(Path directory, Path file, Consumer<FileName> found) {
		String name = file.getFileName().toString();
		FileName finished = FileName.parse(name);
		if (finished != null && directory.equals(this.layout.parent(finished.hash()))) {
			found.accept(finished);
		}
		else if (FileName.isPart(name) && !this.isBegun.test(name)) {
			this.garbage.accept(file);
		}
	}

}
