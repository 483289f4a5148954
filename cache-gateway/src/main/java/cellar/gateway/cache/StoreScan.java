package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what an earlier process left. Unfinished, damaged and mismatched files of
 * ours are deleted; files of others are neither served nor touched.
 */
class StoreScan {

	private static final Logger logger = LoggerFactory.getLogger(StoreScan.class);

	private static final String OURS = "[0-9a-f]{32}\\.(body|record)(\\.part)?";

	private final DiskStore store;

	private final Map<Key, StoredObject> found = new HashMap<>();

	private int dropped;

	private int foreign;

	StoreScan(DiskStore store) {
		this.store = store;
	}

	/**
	 * Looks at all files.
	 * @return the complete entries, the one renewed longest ago first
	 * @throws IOException if a directory cannot be read
	 */
	List<StoredObject> run() throws IOException {
		try (DirectoryStream<Path> directories = Files.newDirectoryStream(this.store.root(), Files::isDirectory)) {
			for (Path directory : directories) {
				scan(directory);
			}
		}
		logger.atInfo()
			.addKeyValue("entries", this.found.size())
			.addKeyValue("dropped", this.dropped)
			.addKeyValue("foreign", this.foreign)
			.log("Cache directory read");
		return this.found.values().stream().sorted(Comparator.comparing(StoredObject::receivedAt)).toList();
	}

	private void scan(Path directory) throws IOException {
		List<Path> records = new ArrayList<>();
		Set<Path> bodies = new HashSet<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
			for (Path file : files) {
				String name = file.getFileName().toString();
				if (!name.matches(OURS) || !Files.isRegularFile(file)) {
					this.foreign++;
				}
				else if (name.endsWith(DiskStore.PART)) {
					drop(file);
				}
				else if (name.endsWith(DiskStore.RECORD)) {
					records.add(file);
				}
				else {
					bodies.add(file);
				}
			}
		}
		records.forEach((record) -> take(record, bodies));
		bodies.forEach(this::drop);
	}

	private void take(Path record, Set<Path> bodies) {
		String generation = record.getFileName().toString().replace(DiskStore.RECORD, "");
		Path body = record.resolveSibling(generation + DiskStore.BODY);
		try {
			StoredObject object = RecordCodec.decode(Files.readAllBytes(record));
			if (object.generation().equals(generation) && bodies.contains(body)
					&& Files.size(body) == object.length()) {
				bodies.remove(body);
				keepNewest(object);
				return;
			}
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("file", record).addKeyValue("cause", ex.toString()).log("Record is unreadable");
		}
		drop(record);
	}

	private void keepNewest(StoredObject object) {
		StoredObject other = this.found.get(object.key());
		if (other == null) {
			this.found.put(object.key(), object);
			return;
		}
		boolean newer = object.receivedAt().isAfter(other.receivedAt());
		this.found.put(object.key(), newer ? object : other);
		this.store.delete(newer ? other : object);
		this.dropped++;
	}

	private void drop(Path file) {
		DiskStore.delete(file);
		this.dropped++;
	}

}
