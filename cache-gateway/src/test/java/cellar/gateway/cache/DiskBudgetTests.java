package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DiskBudgetTests {

	private static final long GIGABYTE = 1L << 30;

	@TempDir
	private Path directory;

	@Test
	void reserveWhenFillsHaveWrittenTheirsCountsThatOnce() throws IOException {
		DiskStore store = new DiskStore(this.directory);
		long free = store.usableBytes();
		DiskBudget budget = new DiskBudget(new Index(Long.MAX_VALUE / 4, Long.MAX_VALUE), store, 0);
		long most = free - GIGABYTE;
		assertThat(budget.reserve(most)).isTrue();
		assertThat(budget.reserve(2 * GIGABYTE)).isFalse();
		Reservation reservation = new Reservation(budget, "g", 0, most);
		reservation.wrote(most);
		assertThat(budget.reserve(GIGABYTE / 2)).isTrue();
		reservation.close();
		assertThat(budget.reserve(2 * free)).isFalse();
	}

}
