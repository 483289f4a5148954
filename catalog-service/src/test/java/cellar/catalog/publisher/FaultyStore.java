package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;

/**
 * A store before or after whose n-th call the process dies. It notes what is written.
 */
class FaultyStore implements ObjectStore {

	private final ObjectStore store;

	private final int fatalCall;

	private final boolean afterwards;

	private final Predicate<String> fatalKey;

	private final List<String> written = new ArrayList<>();

	private final AtomicInteger calls = new AtomicInteger();

	FaultyStore(ObjectStore store, int fatalCall, boolean afterwards) {
		this(store, fatalCall, afterwards, (key) -> false);
	}

	private FaultyStore(ObjectStore store, int fatalCall, boolean afterwards, Predicate<String> fatalKey) {
		this.store = store;
		this.fatalCall = fatalCall;
		this.afterwards = afterwards;
		this.fatalKey = fatalKey;
	}

	static FaultyStore refusing(ObjectStore store, Predicate<String> key) {
		return new FaultyStore(store, -1, false, key);
	}

	static FaultyStore watching(ObjectStore store) {
		return new FaultyStore(store, -1, false);
	}

	/**
	 * Returns what is there for certain.
	 * @return the keys in the order in which they were written
	 */
	List<String> written() {
		return List.copyOf(this.written);
	}

	boolean wasFatal() {
		return this.calls.get() >= this.fatalCall;
	}

	@Override
	public void put(String bucket, String key, byte[] content, ObjectHeaders headers) {
		call(key, () -> {
			this.store.put(bucket, key, content, headers);
			this.written.add(key);
			return key;
		});
	}

	@Override
	public byte @Nullable [] get(String bucket, String key) {
		return call(key, () -> new Found(this.store.get(bucket, key))).content();
	}

	@Override
	public OptionalLong size(String bucket, String key) {
		return call(key, () -> this.store.size(bucket, key));
	}

	@Override
	public void delete(String bucket, String key) {
		call(key, () -> {
			this.store.delete(bucket, key);
			return key;
		});
	}

	private <T> T call(String key, Supplier<T> action) {
		boolean fatal = this.calls.incrementAndGet() == this.fatalCall || this.fatalKey.test(key);
		if (fatal && !this.afterwards) {
			throw new CrashException();
		}
		T result = action.get();
		if (fatal) {
			throw new CrashException();
		}
		return result;
	}

	private record Found(byte @Nullable [] content) {

	}

	/**
	 * Stands for the end of the process.
	 */
	static class CrashException extends RuntimeException {

	}

}
