package cellar.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.RunningChecksum;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Portion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for bodies that are held against what their origin says of them.
 */
@Timeout(60)
class ProofTests extends CacheTestBase {

	private static final int SMALL = 10_000;

	private static final int SLICED = 300_000;

	private static WholeChecksum right(ChecksumAlgorithm algorithm, int length) {
		return of(algorithm, Fixture.bytes(length));
	}

	private static WholeChecksum wrong(ChecksumAlgorithm algorithm, int length) {
		byte[] bytes = Fixture.bytes(length);
		bytes[length / 2] ^= 1;
		return of(algorithm, bytes);
	}

	private static WholeChecksum of(ChecksumAlgorithm algorithm, byte[] bytes) {
		RunningChecksum checksum = algorithm.start();
		checksum.update(bytes, 0, bytes.length);
		return new WholeChecksum(algorithm, checksum.hex());
	}

	private Body begin(int length, WholeChecksum claim) {
		this.fixture.origin.put("a", Fixture.bytes(length), "\"1\"");
		this.fixture.origin.claim("a", claim);
		return this.fixture.found("a").body();
	}

	private Semaphore trickle() {
		Semaphore permits = this.fixture.origin.trickle();
		// A body is there once its first byte is.
		permits.release(1);
		return permits;
	}

	private static int readUntilBroken(Body body) {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		assertThatIOException().isThrownBy(() -> {
			while (true) {
				byte[] next = Fixture.next(body, read.size(), Long.MAX_VALUE);
				assertThat(next).isNotEmpty();
				read.write(next);
			}
		});
		return read.size();
	}

	@ParameterizedTest
	@EnumSource
	void rightBodiesAreStored(ChecksumAlgorithm algorithm) throws IOException {
		for (int length : new int[] { 0, 1, SMALL, SLICED }) {
			try (Body body = begin(length, right(algorithm, length))) {
				assertThat(Fixture.read(body)).isEqualTo(Fixture.bytes(length));
			}
			this.fixture.settle();
			assertThat(this.fixture.found("a").status().outcome()).isEqualTo(CacheStatus.Outcome.HIT);
			this.fixture.contents().purge(new Selection(null, ""));
		}
		assertThat(this.fixture.origin.refuted()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "CRC64NVME, 10000", "CRC32C, 10000", "CRC32, 10000", "SHA256, 10000", "SHA1, 10000", "MD5, 10000",
			"CRC64NVME, 300000", "CRC32C, 300000", "CRC32, 300000", "SHA256, 300000", "SHA1, 300000", "MD5, 300000" })
	void wrongBodiesBreakOffForEverybodyAndLeaveNothing(ChecksumAlgorithm algorithm, int length) throws IOException {
		Semaphore permits = trickle();
		try (Body first = begin(length, wrong(algorithm, length)); Body second = this.fixture.found("a").body()) {
			permits.release(length + 1);
			assertThat(readUntilBroken(first)).isLessThan(length);
			assertThat(readUntilBroken(second)).isLessThan(length);
		}
		this.fixture.settle();
		// Nobody asked for the rest alone, which would have come.
		assertThat(this.fixture.origin.ranges()).containsExactly((String) null);
		assertThat(this.fixture.origin.refuted()).isOne();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		this.fixture.origin.flow();
		this.fixture.origin.claim("a", right(algorithm, length));
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(length));
	}

	@Test
	void wrongBodyWhoseLengthIsUnknownHasNoEnd() throws IOException {
		this.fixture.origin.tellLength(false);
		try (Body body = begin(SMALL, wrong(ChecksumAlgorithm.MD5, SMALL))) {
			readUntilBroken(body);
		}
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "CRC64NVME", "CRC32C", "CRC32" })
	void wrongSlicesInAnyOrderBreakOffBeforeTheLastByte(ChecksumAlgorithm algorithm) throws IOException {
		Semaphore permits = trickle();
		try (Body body = begin(SLICED, wrong(algorithm, SLICED))) {
			this.fixture.origin.flow();
			readTail();
			permits.release(SLICED);
			assertThat(readUntilBroken(body)).isLessThan(SLICED);
		}
		this.fixture.settle();
		assertThat(this.fixture.origin.ranges()).hasSize(2);
		assertThat(this.fixture.origin.refuted()).isOne();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "CRC64NVME", "CRC32C", "CRC32" })
	void rightSlicesInAnyOrderAreStored(ChecksumAlgorithm algorithm) throws IOException {
		Semaphore permits = trickle();
		try (Body body = begin(SLICED, right(algorithm, SLICED))) {
			this.fixture.origin.flow();
			readTail();
			permits.release(SLICED);
			assertThat(Fixture.read(body)).isEqualTo(Fixture.bytes(SLICED));
		}
		this.fixture.settle();
		assertThat(this.fixture.origin.ranges()).hasSize(2);
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(SLICED));
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "CRC64NVME", "CRC32C", "CRC32" })
	void wrongObjectThatWasFirstAskedForInPartBreaksOffBeforeItsLastByte(ChecksumAlgorithm algorithm)
			throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(SLICED), "\"1\"");
		this.fixture.origin.claim("a", wrong(algorithm, SLICED));
		readTail();
		try (Body body = this.fixture.found("a").body()) {
			assertThat(readUntilBroken(body)).isLessThan(SLICED);
		}
		this.fixture.settle();
		assertThat(this.fixture.origin.refuted()).isOne();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void rightObjectThatWasFirstAskedForInPartIsStored(ChecksumAlgorithm algorithm) throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(SLICED), "\"1\"");
		this.fixture.origin.claim("a", right(algorithm, SLICED));
		readTail();
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(SLICED));
		this.fixture.settle();
		int asked = this.fixture.origin.requests().size();
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(SLICED));
		assertThat(this.fixture.origin.requests()).hasSize(asked);
		assertThat(this.fixture.origin.proofsAsked()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "CRC64NVME, true", "CRC64NVME, false", "CRC32C, true", "CRC32C, false" })
	void objectThatIsCompletedAfterARestartHasToProveRightAsAWhole(ChecksumAlgorithm algorithm, boolean isRight)
			throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(SLICED), "\"1\"");
		this.fixture.origin.claim("a", isRight ? right(algorithm, SLICED) : wrong(algorithm, SLICED));
		readTail();
		this.fixture.settle();
		this.fixture.restart();
		try (Body body = this.fixture.found("a").body()) {
			if (isRight) {
				assertThat(Fixture.read(body)).isEqualTo(Fixture.bytes(SLICED));
			}
			else {
				assertThat(readUntilBroken(body)).isLessThan(SLICED);
			}
		}
		assertThat(this.fixture.origin.ranges()).hasSizeGreaterThan(1).doesNotContain((String) null);
		assertThat(this.fixture.origin.refuted()).isEqualTo(isRight ? 0 : 1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void objectIsNotCompleteBeforeItIsProved(boolean isRight) throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(SLICED), "\"1\"");
		this.fixture.origin.claim("a",
				isRight ? right(ChecksumAlgorithm.CRC32C, SLICED) : wrong(ChecksumAlgorithm.CRC32C, SLICED));
		this.fixture.origin.tellProofs(false);
		readTail();
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(SLICED));
		this.fixture.settle();
		int before = this.fixture.origin.requests().size();
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(SLICED));
		this.fixture.settle();
		assertThat(this.fixture.origin.requests()).hasSizeGreaterThan(before);
		this.fixture.origin.tellProofs(true);
		try (Body body = this.fixture.found("a").body()) {
			if (isRight) {
				assertThat(Fixture.read(body)).isEqualTo(Fixture.bytes(SLICED));
			}
			else {
				assertThat(readUntilBroken(body)).isLessThan(SLICED);
			}
		}
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isEqualTo(isRight ? 1 : 0);
	}

	private void readTail() throws IOException {
		int first = SLICED - 1000;
		try (Body tail = Fixture.found(this.fixture.get("a", new Portion(first, SLICED))).body()) {
			assertThat(Fixture.read(tail, first, SLICED))
				.isEqualTo(Arrays.copyOfRange(Fixture.bytes(SLICED), first, SLICED));
		}
	}

}
