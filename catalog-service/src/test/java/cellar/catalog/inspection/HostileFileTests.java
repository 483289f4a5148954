package cellar.catalog.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;
import cellar.catalog.tarball.TarballBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class HostileFileTests {

	private static final byte[] TARBALL = TarballBuilder.image(Samples.disk());

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenCompressedFileEndsEarlyRefuses(Compression compression) {
		byte[] file = Samples.pack(Samples.disk(), compression);
		for (int missing : new int[] { 1, 4, 9, 100, 5000, file.length / 2, file.length - 40 }) {
			assertThat(Inspecting.refuse(Arrays.copyOf(file, file.length - missing)))
				.as("%d bytes missing of %d", missing, file.length)
				.isEqualTo(Refusal.TRUNCATED);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenSomethingFollowsCompressedFileRefuses(Compression compression) {
		byte[] file = Samples.join(Samples.pack(Samples.disk(), compression), Samples.bytes("<html>and more</html>"));
		assertThat(Inspecting.refuse(file))
			.isEqualTo((compression == Compression.GZIP) ? Refusal.TRAILING_DATA : Refusal.CORRUPT);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenByteIsOtherRefuses(Compression compression) {
		byte[] file = Samples.pack(Samples.disk(), compression);
		file[file.length / 2] ^= 1;
		assertThat(Inspecting.refuse(file)).isEqualTo(Refusal.CORRUPT);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenFileUnpacksToMuchMoreRefuses(Compression compression) {
		byte[] bomb = Samples.pack(Samples.with(new byte[3 << 20], 0x438, "53ef"), compression);
		assertThat(Inspecting.refuse(bomb)).isEqualTo(Refusal.TOO_LARGE);
	}

	@Test
	void finishWhenFileUnpacksToMoreThanAllowedRefuses() {
		byte[] half = Samples.with(Samples.noise(3 << 20), 0x438, "53ef");
		assertThat(Inspecting.recognise(Samples.pack(half, Compression.GZIP)).expandedSize()).isEqualTo(3 << 20);
		assertThat(Inspecting.refuse(Samples.pack(Samples.join(half, half), Compression.GZIP)))
			.isEqualTo(Refusal.TOO_LARGE);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenFileIsCompressedTwiceRefuses(Compression compression) {
		byte[] inner = Samples.pack(new byte[100_000], Compression.GZIP);
		assertThat(Inspecting.refuse(Samples.pack(inner, compression))).isEqualTo(Refusal.UNSUPPORTED_FORMAT);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void finishWhenFileHasSecondMemberReadsBoth(Compression compression) {
		byte[] disk = Samples.disk();
		byte[] file = Samples.join(Samples.pack(Arrays.copyOf(disk, 50_000), compression),
				Samples.pack(Arrays.copyOfRange(disk, 50_000, disk.length), compression));
		assertThat(Inspecting.recognise(file).expandedSize()).isEqualTo(disk.length);
	}

	@Test
	void finishWhenTrailerOfGzipIsWrongRefuses() {
		for (int back = 1; back <= 8; back++) {
			byte[] file = TARBALL.clone();
			file[file.length - back] ^= 0x10;
			assertThat(Inspecting.refuse(file)).as("byte %d from the end", back).isEqualTo(Refusal.CORRUPT);
		}
	}

	@Test
	void finishWhenHeaderOfGzipHasEveryFieldReadsOn() {
		byte[] header = Samples.join(Samples.with(new byte[10], 0, "1f8b081e"), Samples.with(new byte[5], 0, "0300"),
				Samples.bytes("name\0comment\0"), new byte[2]);
		byte[] file = Samples.join(header, Arrays.copyOfRange(TARBALL, 10, TARBALL.length));
		assertThat(Inspecting.inspect(file)).isInstanceOf(Verdict.Recognised.class);
	}

	@Test
	void finishWhenNameInGzipNeverEndsRefuses() {
		byte[] endless = new byte[200_000];
		Arrays.fill(endless, (byte) 'a');
		assertThat(Inspecting.refuse(Samples.with(endless, 0, "1f8b0808"))).isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void finishWhenGzipUsesWhatIsNotDefinedRefuses() {
		assertThat(Inspecting.refuse(Samples.with(new byte[100], 0, "1f8b0700"))).isEqualTo(Refusal.CORRUPT);
		assertThat(Inspecting.refuse(Samples.with(new byte[100], 0, "1f8b0820"))).isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void finishWhenXzNeedsMuchMemoryRefuses() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		LZMA2Options options = new LZMA2Options(0);
		options.setDictSize(24 << 20);
		try (XZOutputStream xz = new XZOutputStream(file, options)) {
			xz.write(Samples.disk());
		}
		assertThat(Inspecting.refuse(file.toByteArray())).isEqualTo(Refusal.TOO_LARGE);
	}

	@Test
	void finishWhenTarballIsHostileRefuses() {
		assertThat(Inspecting.refuse(new TarballBuilder().file("../../etc/cron.d/x", "x").gzip()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		Layout layout = Inspecting.recognise(TARBALL);
		assertThat(layout.members()).hasSize(1);
	}

}
