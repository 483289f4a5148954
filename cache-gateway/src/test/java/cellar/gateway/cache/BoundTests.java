package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BoundTests {

	private static final byte[] BYTES = Fixture.bytes(100_000);

	@TempDir
	private Path directory;

	@Test
	void evictionKeepsWithinBoundAndLeavesTransfersWhole() throws IOException {
		Fixture fixture = new Fixture(this.directory, 350_000, 0);
		List<Reply.Found> open = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			fixture.origin.put("o" + i, BYTES, "\"1\"");
			fixture.store("o" + i);
			open.add(fixture.found("o" + i));
			assertThat(fixture.contents().figures().bytes()).isLessThanOrEqualTo(350_000);
		}
		assertThat(fixture.contents().figures().evictions()).isEqualTo(17);
		assertThat(fixture.files(".body")).hasSize(3);
		for (Reply.Found reply : open) {
			assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
		}
	}

	@Test
	void evictionTakesTheLeastRecentlyUsed() throws IOException {
		Fixture fixture = new Fixture(this.directory, 350_000, 0);
		for (String object : List.of("a", "b", "c", "d")) {
			fixture.origin.put(object, BYTES, "\"1\"");
		}
		fixture.store("a");
		fixture.store("b");
		fixture.store("c");
		fixture.store("a");
		fixture.store("d");
		assertThat(fixture.contents().list(new Selection("/", null), 0, 9).items()).extracting(Contents.Item::object)
			.containsExactly("a", "c", "d");
	}

	@Test
	void getWhenLargerThanBoundIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = new Fixture(this.directory, 50_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		assertThat(fixture.fetch("a")).isEqualTo(BYTES);
		fixture.settle();
		assertThat(fixture.contents().figures().objects()).isZero();
		assertThat(fixture.files(".part")).isEmpty();
	}

	@Test
	void getWhenDiskIsTooFullIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = new Fixture(this.directory, 10_000_000, Long.MAX_VALUE / 2);
		fixture.origin.put("a", BYTES, "\"1\"");
		assertThat(fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(fixture.contents().figures().objects()).isZero();
	}

	@Test
	void getWhenRoomEndsInTheMiddleGoesOnFromTheOrigin() throws IOException {
		byte[] large = Fixture.bytes(6_000_000);
		Fixture fixture = new Fixture(this.directory, 4_500_000, 0);
		fixture.origin.put("a", large, "\"1\"");
		fixture.origin.tellLength(false);
		Reply.Found first = fixture.found("a");
		Reply.Found second = fixture.found("a");
		assertThat(Fixture.read(first.body())).isEqualTo(large);
		assertThat(Fixture.read(second.body())).isEqualTo(large);
		fixture.settle();
		assertThat(fixture.contents().figures().spills()).isPositive();
		assertThat(fixture.contents().figures().reservedBytes()).isZero();
		assertThat(fixture.files(".part")).isEmpty();
	}

	@Test
	void getWhileAllRoomIsPromisedIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = new Fixture(this.directory, 150_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		fixture.origin.put("b", BYTES, "\"1\"");
		Semaphore permits = fixture.origin.trickle();
		Reply.Found slow = fixture.found("a");
		permits.release(1_000_000);
		Reply.Found other = fixture.found("b");
		assertThat(other.representation().length()).isEqualTo(BYTES.length);
		other.body().close();
		permits.release(1_000_000);
		slow.body().close();
	}

}
