package cellar.gateway.slice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A store with as much room as it is told.
 */
class FakeStore implements Store {

	private final AtomicInteger spoilt = new AtomicInteger();

	private final AtomicLong promised = new AtomicLong();

	private final AtomicLong room = new AtomicLong(Long.MAX_VALUE / 2);

	void room(long bytes) {
		this.room.set(bytes);
	}

	long promised() {
		return this.promised.get();
	}

	int spoiltTimes() {
		return this.spoilt.get();
	}

	@Override
	public boolean reserve(long bytes) {
		if (this.room.addAndGet(-bytes) < 0) {
			this.room.addAndGet(bytes);
			return false;
		}
		this.promised.addAndGet(bytes);
		return true;
	}

	@Override
	public void take(long bytes) {
		this.promised.addAndGet(-bytes);
	}

	@Override
	public void grew() {
	}

	@Override
	public void spoilt() {
		this.spoilt.incrementAndGet();
	}

}
