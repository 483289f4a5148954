package cellar.catalog.publisher;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

/**
 * A store that notes its calls, and fails or damages what it is told to.
 */
class InMemoryStore implements ObjectStore {

	private final Map<String, byte[]> objects = new HashMap<>();

	private final Map<String, ObjectHeaders> headers = new HashMap<>();

	private final Set<String> refused = new HashSet<>();

	private final Set<String> damaged = new HashSet<>();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	void refuse(String key) {
		this.refused.add(key);
	}

	void damage(String key) {
		this.damaged.add(key);
	}

	List<String> calls() {
		return List.copyOf(this.calls);
	}

	@Nullable String text(String key) {
		byte[] content = this.objects.get(key);
		return (content != null) ? new String(content, StandardCharsets.UTF_8) : null;
	}

	@Nullable String cacheControl(String key) {
		ObjectHeaders told = this.headers.get(key);
		return (told != null) ? told.cacheControl() : null;
	}

	@Override
	public void put(String bucket, String key, byte[] content, ObjectHeaders told) {
		this.calls.add("put " + key);
		if (this.refused.contains(key)) {
			throw new StoreException("'" + key + "' is refused");
		}
		this.objects.put(key, this.damaged.contains(key) ? new byte[0] : content);
		this.headers.put(key, told);
	}

	@Override
	public byte @Nullable [] get(String bucket, String key) {
		this.calls.add("get " + key);
		return this.objects.get(key);
	}

	@Override
	public OptionalLong size(String bucket, String key) {
		this.calls.add("size " + key);
		byte[] content = this.objects.get(key);
		return (content != null) ? OptionalLong.of(content.length) : OptionalLong.empty();
	}

	@Override
	public void delete(String bucket, String key) {
		this.calls.add("delete " + key);
		this.objects.remove(key);
	}

}
