package cellar.gateway.slice;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.KeyHash;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.disk.Storage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Readership}.
 */
class ReadershipTests {

	private static final int SLICE = 4096;

	private static final int COUNT = 8;

	private final FillLimits limits = new FillLimits(2, 8, 0, 0.5);

	@TempDir
	private Path temporary;

	private ObjectFile file;

	private FetchPlan plan;

	private Readership readership;

	@BeforeEach
	void create() throws IOException {
		SliceTable slices = new SliceTable((long) COUNT * SLICE, SLICE);
		this.file = CacheDirectory.open(Storage.LOCAL, this.temporary).create(KeyHash.of("key")).of(slices, 0);
		this.plan = new FetchPlan(slices, this.limits);
		this.readership = new Readership(this.file, this.plan, this.limits);
	}

	@Test
	void leftWhenNothingIsOnItsWayHasNobodyFinish() {
		have(COUNT - 1);
		assertThat(this.readership.left(reader())).isFalse();
	}

	@Test
	void leftByTheLastWhenLittleIsThereStopsWhatIsOnItsWay() {
		Stretch stretch = bring(3);
		assertThat(this.readership.left(reader())).isFalse();
		assertThat(stretch.end()).isEqualTo(4);
	}

	@Test
	void leftByTheLastWhenEnoughIsThereHasOneCallerFinish() {
		Stretch stretch = bring(4);
		SliceReader first = reader();
		SliceReader second = reader();
		assertThat(this.readership.left(first)).isFalse();
		assertThat(this.readership.left(second)).isTrue();
		assertThat(this.readership.left(reader())).isFalse();
		assertThat(stretch.end()).isEqualTo(COUNT);
	}

	@Test
	void leftWhenTheRestCannotBeHadHasNobodyFinish() {
		bring(4);
		this.readership.giveUp();
		assertThat(this.readership.left(reader())).isFalse();
	}

	@Test
	void leftWhenTheFileIsRetiredHasNobodyFinish() {
		bring(4);
		this.file.retire();
		assertThat(this.readership.left(reader())).isFalse();
	}

	@Test
	void finishedAloneWhenNobodyReadsStopsWhatIsOnItsWay() {
		Stretch stretch = bring(4);
		assertThat(this.readership.left(reader())).isTrue();
		this.readership.finishedAlone();
		assertThat(stretch.end()).isEqualTo(5);
	}

	@Test
	void finishedAloneWhileOthersReadLetsItGoOn() {
		Stretch stretch = bring(4);
		assertThat(this.readership.left(reader())).isTrue();
		reader();
		this.readership.finishedAlone();
		assertThat(stretch.end()).isEqualTo(COUNT);
	}

	private SliceReader reader() {
		SlicedObject object = new SlicedObject(this.file, FakeSource.of(COUNT * SLICE), new FakeStore(), this.limits,
				Runnable::run);
		SliceReader reader = new SliceReader(object, this.readership::left);
		this.readership.joined(reader);
		return reader;
	}

	private Stretch bring(int first) {
		have(first);
		return this.plan.begun(first, COUNT);
	}

	private void have(int count) {
		for (int slice = 0; slice < count; slice++) {
			this.file.slices().touch(slice);
			this.file.slices().add(slice, slice);
		}
	}

}
