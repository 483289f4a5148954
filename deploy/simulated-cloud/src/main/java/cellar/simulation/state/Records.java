package cellar.simulation.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All records of one kind, by their id. To be used within {@link State#exclusively} only.
 *
 * @param <T> the kind
 */
public final class Records<T> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, T> byId = new LinkedHashMap<>();

	private final Storage storage;

	Records(Class<T> type, Storage storage) {
		this.storage = storage;
		storage.load().forEach((id, content) -> this.byId.put(id, read(type, id, content)));
	}

	/**
	 * Finds a record.
	 * @param id its id
	 * @return the record, if there is one
	 */
	public Optional<T> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/**
	 * Returns all records.
	 * @return a copy that later changes leave alone
	 */
	public List<T> all() {
		return List.copyOf(this.byId.values());
	}

	/**
	 * Adds or replaces a record. It is on disk when this returns, if the state is kept
	 * there.
	 * @param id its id
	 * @param item the record
	 * @throws java.io.UncheckedIOException if it cannot be written
	 */
	public void put(String id, T item) {
		this.storage.write(id, JSON.writeValueAsBytes(item));
		this.byId.put(id, item);
	}

	/**
	 * Removes a record, if there is one.
	 * @param id its id
	 * @throws java.io.UncheckedIOException if its file cannot be removed
	 */
	public void remove(String id) {
		if (this.byId.containsKey(id)) {
			this.storage.delete(id);
			this.byId.remove(id);
		}
	}

	void clear() {
		List.copyOf(this.byId.keySet()).forEach(this::remove);
	}

	private static <T> T read(Class<T> type, String id, byte[] content) {
		try {
			return JSON.readValue(content, type);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("The stored " + type.getSimpleName() + " '" + id + "' cannot be read", ex);
		}
	}

}
