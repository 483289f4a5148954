package cellar.catalog.tarball;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.catalog.layout.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class HostileTarballTests {

	@ParameterizedTest
	@ValueSource(strings = { "/etc/passwd", "../disk.img", "a/../../disk.img", "a/..", "..", "C:\\disk.img", "a\\b",
			"a\nb", "a\u001b[2Jb", "a\u202eb", "/", "." })
	void readWhenNameIsUnsafeRefuses(String name) {
		assertThat(Tarballs.refuse(new TarballBuilder().file(name, "x").tar())).isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().pax("path", name).file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().meta('L', name + "\0").file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
	}

	@ParameterizedTest
	@CsvSource({ "'ustar  ', ../../etc", "'', /etc", "'ustar  ', a" })
	void readWhenSomeProgramsPutMoreBeforeTheNameRefuses(String magic, String prefix) {
		byte[] header = new byte[512];
		TarballBuilder.put(header, 0, "passwd");
		TarballBuilder.put(header, 124, "0");
		header[156] = '0';
		TarballBuilder.put(header, 257, magic);
		TarballBuilder.put(header, 345, prefix);
		assertThat(Tarballs.refuse(new TarballBuilder().block(header).tar())).isEqualTo(Refusal.UNSAFE_NAME);
	}

	@Test
	void readWhenAnyOfSeveralNamesIsUnsafeRefuses() {
		String harmless = TarballBuilder.record("GNU.sparse.name", "harmless");
		String unsafe = TarballBuilder.record("path", "../../etc/passwd");
		assertThat(Tarballs.refuse(new TarballBuilder().meta('x', harmless + unsafe).file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().pax("path", "harmless").file("../../etc/passwd", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		byte[] header = new byte[512];
		TarballBuilder.put(header, 0, "/etc/passwd");
		TarballBuilder.put(header, 124, "0");
		header[156] = '0';
		TarballBuilder.put(header, 257, "ustar\u000000");
		TarballBuilder.put(header, 345, "a");
		assertThat(Tarballs.refuse(new TarballBuilder().block(header).tar())).isEqualTo(Refusal.UNSAFE_NAME);
	}

	@Test
	void readWhenAnyOfTwoTargetsIsUnsafeRefuses() {
		assertThat(Tarballs
			.refuse(new TarballBuilder().pax("linkpath", "harmless").link("link", '2', "/etc/passwd").tar()))
			.isEqualTo(Refusal.UNSAFE_LINK);
		assertThat(Tarballs.refuse(new TarballBuilder().file("file", "x")
			.pax("linkpath", "file")
			.link("link", '1', "../../etc/passwd")
			.tar())).isEqualTo(Refusal.UNSAFE_NAME);
	}

	@Test
	void readWhenMemberLiesTooDeepRefuses() {
		assertThat(Tarballs.refuse(new TarballBuilder().pax("path", "a/".repeat(33) + "b").file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.read(new TarballBuilder().pax("path", "a/".repeat(32) + "b.img").file("a", "x")).members())
			.hasSize(1);
	}

	@Test
	void readWhenNameIsNoTextRefuses() {
		byte[] tarball = new TarballBuilder().header("\0", '0', "0", "").tar();
		assertThat(Tarballs.refuse(tarball)).isEqualTo(Refusal.CORRUPT);
		byte[] header = new byte[512];
		header[0] = (byte) 0xff;
		assertThat(Tarballs.refuse(new TarballBuilder().block(header).tar())).isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().pax("path", "a\0b").file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().pax("path", "a".repeat(1025)).file("a", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
	}

	@ParameterizedTest
	@CsvSource({ "link, /etc/passwd", "link, ..", "link, ../x", "a/link, ../../x", "a/link, b/../../x", "link, a/..",
			"link, a\\b", "link, ''" })
	void readWhenSymbolicLinkMayLeadOutRefuses(String name, String target) {
		assertThat(Tarballs.refuse(new TarballBuilder().link(name, '2', target).tar())).isEqualTo(Refusal.UNSAFE_LINK);
		assertThat(Tarballs.refuse(new TarballBuilder().meta('K', target + "\0").link(name, '2', "x").tar()))
			.isEqualTo(Refusal.UNSAFE_LINK);
	}

	@Test
	void readWhenHardLinkLeadsElsewhereRefuses() {
		assertThat(Tarballs.refuse(new TarballBuilder().link("a", '1', "/etc/passwd").tar()))
			.isEqualTo(Refusal.UNSAFE_NAME);
		assertThat(Tarballs.refuse(new TarballBuilder().link("a", '1', "later").file("later", "x").tar()))
			.isEqualTo(Refusal.UNSAFE_LINK);
		assertThat(Tarballs.refuse(new TarballBuilder().link("s", '2', "x").link("a", '1', "s").tar()))
			.isEqualTo(Refusal.UNSAFE_LINK);
	}

	@Test
	void readWhenMemberStandsBelowLinkRefuses() {
		assertThat(Tarballs.refuse(new TarballBuilder().link("d", '2', "x").file("d/disk.img", "x").tar()))
			.isEqualTo(Refusal.DUPLICATE_MEMBER);
		assertThat(Tarballs.refuse(new TarballBuilder().file("d/disk.img", "x").link("d", '2', "x").tar()))
			.isEqualTo(Refusal.DUPLICATE_MEMBER);
	}

	@Test
	void readWhenTwoMembersAreInOnePlaceRefuses() {
		assertThat(Tarballs.refuse(new TarballBuilder().file("disk.img", "good").file(".//disk.img", "bad").tar()))
			.isEqualTo(Refusal.DUPLICATE_MEMBER);
	}

	@ParameterizedTest
	@ValueSource(chars = { '3', '4', '6', 'M', 'V', 'D', 'Z' })
	void readWhenMemberIsSpecialRefuses(char type) {
		assertThat(Tarballs.refuse(new TarballBuilder().link("dev", type, "").tar())).isEqualTo(Refusal.SPECIAL_FILE);
	}

	@ParameterizedTest
	@CsvSource({ "77777777777, TOO_LARGE", "-1, CORRUPT", "9, CORRUPT", "0x10, CORRUPT", "4000001, TOO_LARGE" })
	void readWhenSizeIsAbsurdRefuses(String size, Refusal refusal) {
		assertThat(Tarballs.refuse(new TarballBuilder().header("disk.img", '0', size, "").tar())).isEqualTo(refusal);
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, CORRUPT", "999999999999999999, TOO_LARGE", "-5, CORRUPT", "1e3, CORRUPT" })
	void readWhenPaxSizeIsAbsurdRefuses(String size, Refusal refusal) {
		assertThat(Tarballs.refuse(new TarballBuilder().pax("size", size).file("disk.img", "x").tar()))
			.isEqualTo(refusal);
		assertThat(Tarballs.refuse(new TarballBuilder().pax("GNU.sparse.realsize", size).file("disk.img", "x").tar()))
			.isEqualTo(refusal);
	}

	@Test
	void readWhenBinarySizeIsAbsurdRefuses() {
		byte[] header = new byte[512];
		header[0] = 'a';
		header[156] = '0';
		Arrays.fill(header, 124, 136, (byte) 0xff);
		assertThat(Tarballs.refuse(new TarballBuilder().block(header).tar())).isEqualTo(Refusal.CORRUPT);
		Arrays.fill(header, 124, 136, (byte) 0);
		header[124] = (byte) 0x80;
		header[128] = 0x7f;
		assertThat(Tarballs.refuse(new TarballBuilder().block(header).tar())).isEqualTo(Refusal.TOO_LARGE);
	}

	@Test
	void readWhenMembersTogetherAreTooLargeRefuses() {
		TarballBuilder tarball = new TarballBuilder();
		IntStream.range(0, 5).forEach((i) -> tarball.file(i + ".bin", new byte[250_000]));
		assertThat(Tarballs.refuse(tarball.tar())).isEqualTo(Refusal.TOO_LARGE);
	}

	@Test
	void readWhenThereAreTooManyMembersRefuses() {
		TarballBuilder tarball = new TarballBuilder();
		IntStream.range(0, 21).forEach((i) -> tarball.directory("d" + i + "/"));
		assertThat(Tarballs.refuse(tarball.tar())).isEqualTo(Refusal.TOO_MANY_MEMBERS);
	}

	@ParameterizedTest
	@ValueSource(chars = { 'x', 'g', 'L', 'K' })
	void readWhenHeaderBesidesIsHugeRefuses(char type) {
		assertThat(Tarballs.refuse(new TarballBuilder().header("meta", type, "77777777777", "").tar()))
			.isEqualTo(Refusal.TOO_LARGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 path=a\n", "7 path=abc\n", "99999999 path=a\n", "0 path=a\n", "path=a\n", "6 pat\n",
			"-8 path=a\n", "8" })
	void readWhenPaxRecordIsMalformedRefuses(String record) {
		assertThat(Tarballs.refuse(new TarballBuilder().meta('x', record).file("disk.img", "x").tar()))
			.isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void readWhenMemberIsDescribedTwiceRefuses() {
		assertThat(Tarballs
			.refuse(new TarballBuilder().pax("path", "a.img").meta('L', "b.img\0").file("c.img", "x").tar()))
			.isEqualTo(Refusal.CORRUPT);
		assertThat(Tarballs
			.refuse(new TarballBuilder().meta('g', TarballBuilder.record("path", "a.img")).file("c.img", "x").tar()))
			.isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void readWhenDirectoryHasContentRefuses() {
		byte[] tarball = new TarballBuilder().header("d/", '5', "1000", "").data(new byte[512]).tar();
		assertThat(Tarballs.refuse(tarball)).isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void readWhenHolesNeverEndRefuses() {
		byte[] header = new byte[512];
		TarballBuilder.put(header, 0, "disk.img");
		header[156] = 'S';
		header[482] = 1;
		byte[] more = new byte[512];
		more[504] = 1;
		TarballBuilder tarball = new TarballBuilder().block(header);
		IntStream.range(0, 10).forEach((i) -> tarball.raw(more.clone()));
		assertThat(Tarballs.refuse(tarball.tar())).isEqualTo(Refusal.TOO_LARGE);
	}

	@Test
	void readWhenItEndsAnywhereRefuses() {
		byte[] tarball = new TarballBuilder().pax("path", "disk.img").file("x", "image").tar();
		for (int length = 1; length < tarball.length - 1024 + 512; length++) {
			assertThat(Tarballs.refuse(Arrays.copyOf(tarball, length))).as("%d bytes", length)
				.isEqualTo(Refusal.TRUNCATED);
		}
	}

	@Test
	void readWhenSomethingFollowsItsEndRefuses() {
		byte[] tarball = new TarballBuilder().file("disk.img", "image")
			.raw(new byte[1024])
			.file("other.img", "other")
			.tar();
		assertThat(Tarballs.refuse(tarball)).isEqualTo(Refusal.TRAILING_DATA);
	}

	@Test
	void readWhenChecksumOfHeaderIsWrongRefuses() {
		byte[] tarball = new TarballBuilder().file("disk.img", "image").tar();
		tarball[0]++;
		assertThat(Tarballs.refuse(tarball)).isEqualTo(Refusal.CORRUPT);
	}

	@Test
	void readWhenThereIsNoImageRefuses() {
		byte[] tarball = new TarballBuilder().file("kvm-kernel/vmlinuz", "k").file("initrd.img", "r").tar();
		assertThat(Tarballs.refuse(tarball)).isEqualTo(Refusal.NO_IMAGE);
		assertThat(Tarballs.refuse("text".repeat(300).getBytes(StandardCharsets.UTF_8))).isEqualTo(Refusal.CORRUPT);
	}

}
