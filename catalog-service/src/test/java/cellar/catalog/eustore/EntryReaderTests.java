package cellar.catalog.eustore;

import java.time.Instant;
import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Verification;

import static org.assertj.core.api.Assertions.assertThat;

class EntryReaderTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:11:12.345Z");

	private final JsonMapper json = new JsonMapper();

	private final EntryReader reader = new EntryReader(NOW);

	@Test
	void readWhenEverythingIsProperTakesItAsItStands() {
		EntryReading.Readable reading = readable(proper());
		assertThat(reading.repaired()).isFalse();
		assertThat(reading.reasons()).isEmpty();
		GivenDescription content = reading.content();
		assertThat(content.name()).isEqualTo("debian-lg-x86_64-20120114");
		assertThat(content.singleKernel()).isTrue();
		assertThat(content.hypervisors()).containsExactly("xen", "kvm");
		assertThat(reading.release().date()).isEqualTo("2012-01-14T15:21:38Z");
		assertThat(reading.release().stamp()).isEqualTo("3752-f34a");
	}

	@Test
	void readWhenNameIsANumberKeepsItAndAsksForAReadableOne() {
		EntryReading.Readable reading = readable(proper().put("name", "0144574847"));
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.content().name()).isNull();
		assertThat(origin(reading).number()).isEqualTo("0144574847");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd", "a b", "<script>", "12345" })
	void readWhenNameCannotStandInAUrlAsksForAnother(String name) {
		EntryReading.Readable reading = readable(proper().put("name", name));
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.content().name()).isNull();
		assertThat(origin(reading).facts()).containsEntry("name", name);
	}

	@Test
	void readWhenDateAndStampAreMissingDerivesThemFromTheVersion() {
		ObjectNode entry = proper();
		entry.remove("date");
		entry.remove("stamp");
		EntryReading.Readable reading = readable(entry);
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.reasons()).hasSize(2);
		assertThat(reading.release().date()).isEqualTo("2012-01-14T00:00:00Z");
		assertThat(reading.release().stamp()).isEqualTo("5a27-fe04");
	}

	@Test
	void readWhenNothingTellsTheDateTakesTheTimeOfTheImport() {
		ObjectNode entry = proper().put("version", "starter").put("url", "current/image.tgz");
		entry.remove("date");
		assertThat(readable(entry).release().date()).isEqualTo("2026-11-22T10:11:12Z");
	}

	@Test
	void readWhenDateIsImpossibleDerivesIt() {
		EntryReading.Readable reading = readable(proper().put("date", "20120230000000"));
		assertThat(reading.release().date()).isEqualTo("2012-01-14T00:00:00Z");
		assertThat(reading.repaired()).isTrue();
	}

	@Test
	void readWhenUrlIsAbsoluteTellsThatItWillNotBe() {
		EntryReading.Readable reading = readable(proper().put("url", "http://elsewhere.example/a.tgz"));
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.reasons()).singleElement().asString().contains("absolute");
		assertThat(origin(reading).url()).isEqualTo("http://elsewhere.example/a.tgz");
	}

	@Test
	void readWhenKeysAreMisspeltReadsThemAnyway() {
		EntryReading.Readable reading = readable(
				proper().put("usermame", "ec2-user").put("testing", "passed").put("min-size", "m1.medium"));
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.content().loginUser()).isEqualTo("ec2-user");
		assertThat(reading.content().minSize()).isEqualTo("m1.medium");
		assertThat(reading.content().verifications())
			.containsExactly(new Verification(Verification.Result.PASSED, null, null));
		assertThat(origin(reading).facts()).containsEntry("tested", "passed")
			.containsEntry("min-size", "m1.medium")
			.doesNotContainKey("testing");
	}

	@Test
	void readWhenAKeyIsThereInBothSpellingsTakesTheProperOne() {
		EntryReading.Readable reading = readable(proper().put("usermame", "ubuntu")
			.put("username", "root")
			.put("testing", "failed")
			.put("tested", "passed"));
		assertThat(reading.repaired()).isTrue();
		assertThat(reading.reasons()).containsExactly("'testing' was left out beside 'tested'",
				"'usermame' was left out beside 'username'");
		assertThat(reading.content().loginUser()).isEqualTo("root");
		assertThat(origin(reading).facts()).containsEntry("tested", "passed");
	}

	@ParameterizedTest
	@CsvSource({ "'\"True\"', true, false", "'\"False\"', false, true", "'\"\"', false, false", "true, true, true",
			"false, false, true", "'\"yes\"', true, true", "'\"maybe\"', false, true", "'{}', false, true",
			"null, false, true" })
	void readSingleKernel(String text, boolean expected, boolean repaired) {
		ObjectNode entry = proper();
		entry.set("single-kernel", this.json.readTree(text));
		EntryReading.Readable reading = readable(entry);
		assertThat(reading.content().singleKernel()).isEqualTo(expected);
		assertThat(reading.repaired()).isEqualTo(repaired);
	}

	@ParameterizedTest
	@CsvSource({ "amd64, x86_64", "i686, i386", "aarch64, arm64", "X86_64, x86_64" })
	void readArchitectureUnderAnotherName(String given, String expected) {
		EntryReading.Readable reading = readable(proper().put("architecture", given));
		assertThat(reading.content().architecture()).hasToString(expected);
		assertThat(reading.repaired()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sparc", "", "x86_64; rm" })
	void readWhenArchitectureIsUnknownRefuses(String architecture) {
		assertThat(refusal(proper().put("architecture", architecture))).singleElement()
			.asString()
			.contains("'architecture'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"text\"", "12", "null" })
	void readWhenNotAnObjectRefuses(String entry) {
		assertThat(refusal(this.json.readTree(entry))).containsExactly("The entry is not an object");
	}

	@Test
	void readWhenTextIsAnObjectRefuses() {
		ObjectNode entry = proper();
		entry.putObject("description").put("en", "Debian");
		assertThat(refusal(entry)).first().asString().contains("'description'");
	}

	@Test
	void readWhenHypervisorsAreOneTextSplitsIt() {
		EntryReading.Readable reading = readable(proper().put("hypervisors-supported", "xen, kvm"));
		assertThat(reading.content().hypervisors()).containsExactly("xen", "kvm");
		assertThat(reading.repaired()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u200b", "\u2028", "\u2029" })
	void readWhenACharacterDoesNotShowRefuses(String unseen) {
		assertThat(refusal(proper().put("url", "a" + unseen + "b"))).first().asString().contains("'url'");
		assertThat(refusal(proper().put("notes", "a" + unseen + "b"))).first().asString().contains("'notes'");
	}

	private ObjectNode proper() {
		return (ObjectNode) this.json.readTree("""
				{"name": "debian-lg-x86_64-20120114", "description": "Debian 6 4.5GB root, Single Kernel",
				"version": "2012.1.14", "architecture": "x86_64", "os": "debian", "url": "images/debian.tgz",
				"date": "20120114152138", "recipe": "debian-based", "stamp": "3752-f34a", "contact": "",
				"single-kernel": "True", "hypervisors-supported": ["xen", "kvm"]}""");
	}

	private EntryReading.Readable readable(JsonNode entry) {
		return assertThat(this.reader.read(entry))
			.asInstanceOf(InstanceOfAssertFactories.type(EntryReading.Readable.class))
			.actual();
	}

	private List<String> refusal(JsonNode entry) {
		EntryReading reading = this.reader.read(entry);
		assertThat(reading).isInstanceOf(EntryReading.Unreadable.class);
		assertThat(reading.reasons()).isNotEmpty();
		return reading.reasons();
	}

	private static Origin origin(EntryReading.Readable reading) {
		Origin origin = reading.release().origin();
		assertThat(origin).isNotNull();
		return origin;
	}

}
