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

	/**
	 * Writes a record and returns when it is on disk, whole, in place of what was there.
	 * @param id the id of the record
	 * @param content the record
	 */
	void write(String id, byte[] content);

	void delete(String id);

}
