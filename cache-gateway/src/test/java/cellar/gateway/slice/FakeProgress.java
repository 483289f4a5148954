package cellar.gateway.slice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

/**
 * Takes down what one stretch reports.
 */
class FakeProgress implements Progress {

	private final List<Integer> checksums = new ArrayList<>();

	private final List<Long> written = new ArrayList<>();

	private int extendTo;

	private boolean ended;

	private @Nullable IOException failure;

	void extendTo(int slice) {
		this.extendTo = slice;
	}

	List<Integer> checksums() {
		return this.checksums;
	}

	List<Long> written() {
		return this.written;
	}

	boolean hasEnded() {
		return this.ended;
	}

	@Nullable IOException failure() {
		return this.failure;
	}

	@Override
	public int extend(Stretch stretch, int asked) {
		if (this.extendTo > asked) {
			stretch.extend(this.extendTo);
			return this.extendTo;
		}
		return asked;
	}

	@Override
	public void wrote(Stretch stretch, long position) {
		this.written.add(position);
	}

	@Override
	public @Nullable Checksum proving() {
		return null;
	}

	@Override
	public void proved(int slice, long checksum) {
	}

	@Override
	public boolean finished(Stretch stretch, int checksum) {
		this.checksums.add(checksum);
		stretch.finishSlice();
		return !stretch.isOver();
	}

	@Override
	public void ended(Stretch stretch, @Nullable IOException failure) {
		this.ended = true;
		this.failure = failure;
	}

}
