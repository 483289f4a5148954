package cellar.catalog.inspection;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.FileFormat;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;
import cellar.catalog.tarball.TarballBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class InspectionTests {

	@Test
	void finishWhenFileIsTarballTellsLayout() {
		Layout layout = Inspecting.recognise(TarballBuilder.image(Samples.disk()));
		assertThat(layout.format()).isEqualTo(FileFormat.TGZ);
		assertThat(layout.compression()).isEqualTo(Compression.GZIP);
		assertThat(layout.expandedSize()).isEqualTo(100 << 10);
		assertThat(layout.hints()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void finishWhenFileIsDiskTellsLayout(Compression compression) {
		assertThat(Inspecting.recognise(Samples.pack(Samples.disk(), compression)))
			.isEqualTo(Layout.disk(FileFormat.RAW, compression, 100 << 10, 100 << 10));
	}

	@ParameterizedTest
	@EnumSource
	void finishWhenFileIsQcow2TellsLayout(Compression compression) {
		for (int version : new int[] { 2, 3 }) {
			assertThat(Inspecting.recognise(Samples.pack(Samples.qcow2(version).array(), compression)))
				.isEqualTo(Layout.disk(FileFormat.QCOW2, compression, 256 << 10, 10L << 30));
		}
	}

	@ParameterizedTest
	@CsvSource({ "510, 55aa", "0, 58465342", "0x10040, 5f42485266535f4d", "0x8001, 4344303031", "0x438, 53ef" })
	void finishWhenFileHasMarkOfDiskKeepsIt(String offset, String mark) {
		byte[] file = Samples.with(new byte[70 << 10], Integer.decode(offset), mark);
		assertThat(Inspecting.recognise(file).format()).isEqualTo(FileFormat.RAW);
	}

	@ParameterizedTest
	@ValueSource(ints = { 512, 4096 })
	void finishWhenDiskEndsBeforeItsPartitionTableRefuses(int sector) {
		byte[] disk = Samples.with(new byte[1 << 20], sector, HexFormat.of().formatHex(Samples.bytes("EFI PART")));
		disk[sector + 32] = (byte) ((1 << 20) / sector - 1);
		disk[sector + 33] = (byte) (((1 << 20) / sector - 1) >> 8);
		assertThat(Inspecting.recognise(disk).format()).isEqualTo(FileFormat.RAW);
		assertThat(Inspecting.refuse(Arrays.copyOf(disk, (1 << 20) - 1))).isEqualTo(Refusal.TRUNCATED);
	}

	@ParameterizedTest
	@EnumSource
	void finishWhenContentIsPageRefuses(Compression compression) {
		for (String page : new String[] { "<!DOCTYPE html><html>Not Found", "\n <html>", "\ufeff<?xml?><Error/>" }) {
			assertThat(Inspecting.refuse(Samples.pack(Samples.bytes(page), compression))).isEqualTo(Refusal.ERROR_PAGE);
		}
	}

	@Test
	void finishWhenImageInTarballIsPageRefuses() {
		assertThat(Inspecting.refuse(TarballBuilder.image(Samples.bytes("<html>404</html>"))))
			.isEqualTo(Refusal.ERROR_PAGE);
		assertThat(Inspecting.refuse(TarballBuilder.image(new byte[0]))).isEqualTo(Refusal.EMPTY);
	}

	@Test
	void finishWhenImageInTarballIsQcow2Hints() {
		Layout layout = Inspecting.recognise(TarballBuilder.image(Samples.qcow2(3).array()));
		assertThat(layout.hints()).singleElement().asString().contains("is no raw disk");
	}

	@Test
	void finishWhenImageInTarballNeedsOtherFilesRefuses() {
		byte[] backed = Samples.qcow2(3).putLong(8, 512).array();
		assertThat(Inspecting.refuse(TarballBuilder.image(backed))).isEqualTo(Refusal.OUTSIDE_DATA);
		assertThat(Inspecting.refuse(TarballBuilder.image(Samples.bytes("KDMV" + "x".repeat(1000)))))
			.isEqualTo(Refusal.UNSUPPORTED_FORMAT);
	}

	@ParameterizedTest
	@EnumSource
	void finishWhenContentIsTextRefuses(Compression compression) {
		assertThat(Inspecting.refuse(Samples.pack(Samples.bytes("Nicht gefunden: größer 404"), compression)))
			.isEqualTo(Refusal.TEXT);
	}

	@ParameterizedTest
	@EnumSource
	void finishWhenThereIsNothingRefuses(Compression compression) {
		assertThat(Inspecting.refuse(Samples.pack(new byte[0], compression))).isEqualTo(Refusal.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "504b0304", "504b0506", "377abcaf271c", "526172211a0700", "4b444d56", "434f5744",
			"636f6e6563746978", "7668647866696c65", "23204469736b2044657363726970746f7246696c65" })
	void finishWhenFormatIsKnownButUnfitRefuses(String mark) {
		assertThat(Inspecting.refuse(Samples.with(new byte[1000], 0, mark))).isEqualTo(Refusal.UNSUPPORTED_FORMAT);
	}

	@Test
	void finishWhenFileIsKernelRefuses() {
		byte[] kernel = Samples.with(Samples.with(new byte[1000], 510, "55aa"), 0x202, "48647253");
		assertThat(Inspecting.refuse(kernel)).isEqualTo(Refusal.UNSUPPORTED_FORMAT);
	}

	@Test
	void finishWhenFileIsNothingKnownRefuses() {
		assertThat(Inspecting.refuse(new byte[100_000])).isEqualTo(Refusal.UNRECOGNISED);
		assertThat(Inspecting.refuse(Samples.noise(300))).isEqualTo(Refusal.UNRECOGNISED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GZIP")
	void finishWhenTarballIsNotUnderGzipRefuses(Compression compression) {
		byte[] tar = new TarballBuilder().file("disk.img", "image").tar();
		assertThat(Inspecting.refuse(Samples.pack(tar, compression))).isEqualTo(Refusal.UNSUPPORTED_FORMAT);
	}

}
