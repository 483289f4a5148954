package cellar.catalog.eustore;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;

import static org.assertj.core.api.Assertions.assertThat;

class EntryReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:11:12.345Z");

	private final JsonMapper json = new JsonMapper();

	private final EntryReader reader = new EntryReader(NOW);

	@Test
	void readWhenEverythingIsProperTakesItAsItStands() {
		EntryReader.Reading reading = this.reader.read(proper());
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.TAKEN);
		assertThat(reading.findings().reasons()).isEmpty();
		GivenDescription content = content(reading);
		assertThat(content.name()).isEqualTo("debian-lg-x86_64-20120114");
		assertThat(content.singleKernel()).isTrue();
		assertThat(content.hypervisors()).containsExactly("xen", "kvm");
		assertThat(release(reading).date()).isEqualTo("2012-01-14T15:21:38Z");
		assertThat(release(reading).stamp()).isEqualTo("3752-f34a");
	}

	@Test
	void readWhenNameIsANumberKeepsItAndAsksForAReadableOne() {
		EntryReader.Reading reading = this.reader.read(proper().put("name", "0144574847"));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
		assertThat(content(reading).name()).isNull();
		assertThat(origin(reading).number()).isEqualTo("0144574847");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd", "a b", "<script>", "12345" })
	void readWhenNameCannotStandInAUrlAsksForAnother(String name) {
		EntryReader.Reading reading = this.reader.read(proper().put("name", name));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
		assertThat(content(reading).name()).isNull();
		assertThat(origin(reading).facts()).containsEntry("name", name);
	}

	@Test
	void readWhenDateAndStampAreMissingDerivesThemFromTheVersion() {
		ObjectNode entry = proper();
		entry.remove("date");
		entry.remove("stamp");
		EntryReader.Reading reading = this.reader.read(entry);
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
		assertThat(reading.findings().reasons()).hasSize(2);
		assertThat(release(reading).date()).isEqualTo("2012-01-14T00:00:00Z");
		assertThat(release(reading).stamp()).isEqualTo("5a27-fe04");
	}

	@Test
	void readWhenNothingTellsTheDateTakesTheTimeOfTheImport() {
		ObjectNode entry = proper().put("version", "starter").put("url", "current/image.tgz");
		entry.remove("date");
		assertThat(release(this.reader.read(entry)).date()).isEqualTo("2026-11-22T10:11:12Z");
	}

	@Test
	void readWhenDateIsImpossibleDerivesIt() {
		EntryReader.Reading reading = this.reader.read(proper().put("date", "20120230000000"));
		assertThat(release(reading).date()).isEqualTo("2012-01-14T00:00:00Z");
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
	}

	@Test
	void readWhenUrlIsAbsoluteNotesIt() {
		EntryReader.Reading reading = this.reader.read(proper().put("url", "http://elsewhere.example/a.tgz"));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.TAKEN);
		assertThat(reading.findings().reasons()).singleElement().asString().contains("absolute");
		assertThat(origin(reading).url()).isEqualTo("http://elsewhere.example/a.tgz");
	}

	@Test
	void readWhenKeysAreMisspeltReadsThemAnyway() {
		EntryReader.Reading reading = this.reader
			.read(proper().put("usermame", "ec2-user").put("testing", "passed").put("min-size", "m1.medium"));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
		assertThat(content(reading).loginUser()).isEqualTo("ec2-user");
		assertThat(origin(reading).facts()).containsEntry("tested", "passed")
			.containsEntry("min-size", "m1.medium")
			.doesNotContainKey("testing");
	}

	@ParameterizedTest
	@CsvSource({ "'\"True\"', true, TAKEN", "'\"False\"', false, TAKEN", "'\"\"', false, TAKEN", "true, true, REPAIRED",
			"false, false, REPAIRED", "'\"yes\"', true, REPAIRED", "'\"maybe\"', false, REPAIRED",
			"'{}', false, REPAIRED", "null, false, REPAIRED" })
	void readSingleKernel(String text, boolean expected, Outcome outcome) {
		ObjectNode entry = proper();
		entry.set("single-kernel", this.json.readTree(text));
		EntryReader.Reading reading = this.reader.read(entry);
		assertThat(content(reading).singleKernel()).isEqualTo(expected);
		assertThat(reading.findings().outcome()).isEqualTo(outcome);
	}

	@ParameterizedTest
	@CsvSource({ "amd64, x86_64", "i686, i386", "aarch64, arm64", "X86_64, x86_64" })
	void readArchitectureUnderAnotherName(String given, String expected) {
		EntryReader.Reading reading = this.reader.read(proper().put("architecture", given));
		assertThat(content(reading).architecture()).hasToString(expected);
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sparc", "", "x86_64; rm" })
	void readWhenArchitectureIsUnknownRefuses(String architecture) {
		EntryReader.Reading reading = this.reader.read(proper().put("architecture", architecture));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(reading.findings().reasons()).singleElement().asString().contains("'architecture'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"text\"", "12", "null" })
	void readWhenNotAnObjectRefuses(String entry) {
		EntryReader.Reading reading = this.reader.read(this.json.readTree(entry));
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(reading.content()).isNull();
	}

	@Test
	void readWhenTextIsAnObjectRefuses() {
		ObjectNode entry = proper();
		entry.putObject("description").put("en", "Debian");
		assertThat(this.reader.read(entry).findings().outcome()).isEqualTo(Outcome.REFUSED);
	}

	@Test
	void readWhenHypervisorsAreOneTextSplitsIt() {
		EntryReader.Reading reading = this.reader.read(proper().put("hypervisors-supported", "xen, kvm"));
		assertThat(content(reading).hypervisors()).containsExactly("xen", "kvm");
		assertThat(reading.findings().outcome()).isEqualTo(Outcome.REPAIRED);
	}

	private ObjectNode proper() {
		return (ObjectNode) this.json.readTree("""
				{"name": "debian-lg-x86_64-20120114", "description": "Debian 6 4.5GB root, Single Kernel",
				"version": "2012.1.14", "architecture": "x86_64", "os": "debian", "url": "images/debian.tgz",
				"date": "20120114152138", "recipe": "debian-based", "stamp": "3752-f34a", "contact": "",
				"single-kernel": "True", "hypervisors-supported": ["xen", "kvm"]}""");
	}

	private static GivenDescription content(EntryReader.Reading reading) {
		assertThat(reading.content()).isNotNull();
		return reading.content();
	}

	private static Release release(EntryReader.Reading reading) {
		assertThat(reading.release()).isNotNull();
		return reading.release();
	}

	private static Origin origin(EntryReader.Reading reading) {
		Origin origin = release(reading).origin();
		assertThat(origin).isNotNull();
		return origin;
	}

}
