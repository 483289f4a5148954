package cellar.simulation.state;

import java.util.Map;

/**
 * Where the records of one kind outlive the process.
 */
interface Storage {

	/**
	 * Storage of a cloud that is forgotten with its process.
	 */
	Storage NONE = new Storage() {

		@Override
		public Map<String, byte[]> load() {
			return Map.of();
		}

		@Override
		public void write(String id, byte[] content) {
		}

		@Override
		public void delete(String id) {
		}

	};

	Map<String, byte[]> load();

	// Returns when the content is on disk, whole, in place of what was there.
	void write(String id, byte[] content);

	void delete(String id);

}
