package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cellar.gateway.disk.FaultyStorage;
import cellar.gateway.disk.FaultyStorage.Fault;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk that fails costs hits, never an answer.
 */
class FaultyDiskTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_125L);

	private static final int ROUNDS = Integer.getInteger("soak.requests", 60);

	private final FaultyStorage storage = new FaultyStorage(SEED);

	private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

	@TempDir
	private Path directory;

	private Fixture fixture;

	@BeforeEach
	void open() {
		this.fixture = new Fixture(this.storage, this.directory, 3_000_000);
		for (int object = 0; object < 8; object++) {
			this.fixture.origin.put("o" + object, Fixture.bytes(1 + object * 70_000), "\"" + object + "\"");
		}
	}

	@AfterEach
	void close() {
		this.storage.recover();
		this.fixture.close();
	}

	@ParameterizedTest
	@EnumSource
	void getWhenTheDiskFailsNowAndThenAnswersAllTheSame(Fault fault) throws IOException {
		this.storage.fail(fault, 30);
		readAll();
		this.storage.recover();
		assertThat(this.fixture.contents().figures().bytes()).isLessThanOrEqualTo(3_000_000);
		this.fixture.restart();
		readAll();
	}

	@ParameterizedTest
	@EnumSource
	void getWhenTheDiskAlwaysFailsAnswersAllTheSame(Fault fault) throws IOException {
		this.storage.fail(fault, 100);
		readAll();
	}

	@Test
	void getWhenEverythingFailsAtTimesKeepsNothingWrong() throws IOException {
		for (Fault fault : Fault.values()) {
			this.storage.fail(fault, 5);
		}
		readAll();
		this.storage.recover();
		this.fixture.settle();
		this.fixture.restart();
		readAll();
		assertThat(this.fixture.contents().figures().reservedBytes()).isZero();
	}

	private void readAll() throws IOException {
		for (int round = 0; round < ROUNDS; round++) {
			int object = this.random.nextInt(8);
			byte[] expected = Fixture.bytes(1 + object * 70_000);
			int first = this.random.nextInt(expected.length);
			int end = first + 1 + this.random.nextInt(expected.length - first);
			Reply reply = this.fixture.get("o" + object, new Portion(first, end));
			try (Body body = Fixture.found(reply).body()) {
				assertThat(Fixture.read(body, first, end)).isEqualTo(Arrays.copyOfRange(expected, first, end));
			}
			if (this.random.nextInt(10) == 0) {
				this.fixture.contents().list(new Selection(null, null), 0, 5);
			}
		}
	}

}
