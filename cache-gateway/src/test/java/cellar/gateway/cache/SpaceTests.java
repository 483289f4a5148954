package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SpaceTests {

	private static final long GIGABYTE = 1L << 30;

	@TempDir
	private Path directory;

	@Test
	void reserveWhenFillsHaveWrittenTheirsCountsThatOnce() throws IOException {
		DiskStore store = new DiskStore(this.directory);
		long free = store.usableBytes();
		Space space = new Space(new Index(Long.MAX_VALUE / 4, Long.MAX_VALUE), store, 0);
		long most = free - GIGABYTE;
		assertThat(space.reserve(most)).isTrue();
		assertThat(space.reserve(2 * GIGABYTE)).isFalse();
		Reservation reservation = new Reservation(space, "g", 0, most);
		reservation.wrote(most);
		assertThat(space.reserve(GIGABYTE / 2)).isTrue();
		reservation.close();
		assertThat(space.reserve(2 * free)).isFalse();
	}

}
