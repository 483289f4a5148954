package cellar.catalog.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

import cellar.catalog.layout.Compression;
import cellar.catalog.tarball.TarballBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with a few bytes changed, cut out or doubled: there is always a verdict, whatever
 * it is, and never a fault of the program.
 */
class MutatedFilesTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_127L);

	private static final int FILES = Integer.getInteger("soak.files", 2_000);

	private final Random random = new Random(SEED);

	@Test
	void finishWhenFileIsMutatedGivesVerdict() {
		List<byte[]> originals = originals();
		IntStream.range(0, FILES).forEach((round) -> {
			byte[] original = originals.get(this.random.nextInt(originals.size()));
			assertThat(Inspecting.inspect(mutate(original))).as("seed %d, round %d", SEED, round).isNotNull();
		});
	}

	@Test
	void finishWhenTarballIsMutatedBeneathItsChecksumGivesVerdict() {
		byte[] tar = tarball().tar();
		IntStream.range(0, FILES).forEach((round) -> {
			byte[] mutated = repair(mutate(tar));
			Verdict verdict = Inspecting.inspect(Samples.pack(mutated, Compression.GZIP));
			assertThat(verdict).as("seed %d, round %d", SEED, round).isNotNull();
			if (verdict instanceof Verdict.Recognised) {
				assertThat(names(mutated)).as("seed %d, round %d", SEED, round)
					.noneMatch((name) -> name.startsWith("/") || ("/" + name + "/").contains("/../"));
			}
		});
	}

	// As another program reads them, as far as it goes: it looks at more numbers.
	private static List<String> names(byte[] tar) {
		List<String> names = new ArrayList<>();
		try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
			for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		catch (IOException ex) {
			return names;
		}
		return names;
	}

	private static List<byte[]> originals() {
		List<byte[]> originals = new ArrayList<>();
		byte[] disk = Arrays.copyOf(Samples.disk(), 20_000);
		for (Compression compression : Compression.values()) {
			originals.add(Samples.pack(disk, compression));
			originals.add(Samples.pack(Arrays.copyOf(Samples.qcow2(3).array(), 20_000), compression));
		}
		originals.add(tarball().gzip());
		return originals;
	}

	private static TarballBuilder tarball() {
		return new TarballBuilder().directory("image/")
			.pax("path", "image/kvm-kernel/vmlinuz")
			.file("short", "kernel")
			.meta('L', "image/image.img\0")
			.file("short", Arrays.copyOf(Samples.disk(), 2_000))
			.link("image/link", '2', "image.img")
			.link("image/hard", '1', "image/image.img");
	}

	private byte[] mutate(byte[] original) {
		byte[] file = original.clone();
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			int at = this.random.nextInt(file.length);
			switch (this.random.nextInt(5)) {
				case 0 -> file[at] ^= (byte) (1 << this.random.nextInt(8));
				case 1 -> file[at] = (byte) this.random.nextInt();
				case 2 -> file = Arrays.copyOf(file, at + 1);
				case 3 -> file = Samples.join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at / 2, file.length));
				default -> Arrays.fill(file, at, Math.min(file.length, at + 12), (byte) this.random.nextInt());
			}
		}
		return file;
	}

	// Without the right checksum in most headers all would end there.
	private byte[] repair(byte[] tar) {
		byte[] file = tar.clone();
		for (int at = 0; at + 512 <= file.length; at += 512) {
			if (file[at] != 0 && this.random.nextInt(10) > 0) {
				Arrays.fill(file, at + 148, at + 156, (byte) ' ');
				int sum = 0;
				for (int i = at; i < at + 512; i++) {
					sum += file[i] & 0xff;
				}
				byte[] octal = Samples.bytes("%06o\0 ".formatted(sum));
				System.arraycopy(octal, 0, file, at + 148, octal.length);
			}
		}
		return file;
	}

}
