package cellar.catalog.image;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which images can be made and changed, and what is said of others.
 */
@CatalogServer
class ImageChangesIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void createAnswersTheWholeDocument() {
		Api.Answer answer = this.api.post("/api/v1/images", """
				{"name": "whole-document", "os": "debian", "architecture": "x86_64", "version": "12",
				"description": "Debian 12", "hypervisors": ["kvm", "xen"], "virtualizationType": "paravirtual",
				"singleKernel": true, "recipe": "debian-based", "contact": "a@b.example", "loginUser": "debian"}""")
			.expect(201);
		JsonNode image = answer.json();
		assertThat(answer.header("Location")).isEqualTo("/api/v1/images/" + image.path("id").asString());
		assertThat(answer.header("ETag")).isEqualTo("\"0\"");
		assertThat(image.propertyNames()).containsExactly("id", "name", "os", "architecture", "version", "description",
				"hypervisors", "virtualizationType", "singleKernel", "recipe", "contact", "loginUser", "state",
				"artifact", "releasedAt", "stamp", "createdAt", "updatedAt");
		assertThat(image.path("state").asString()).isEqualTo("DRAFT");
		assertThat(this.api.get(answer.header("Location")).json()).isEqualTo(image);
	}

	@Test
	void createKeepsWhatUsersAskBeforeTheyStartAnImage() {
		String facts = """
				"minSize": "m1.medium", "notes": "Slow to boot",
				"verifications": [{"result": "passed", "against": "eucalyptus 3.4", "at": "2014-01-09"}],
				"labels": {"team/size": "small", "a": ""}""";
		JsonNode image = this.api.createImage("{\"os\": \"debian\", \"architecture\": \"x86_64\", " + facts + "}");
		JsonNode wanted = new JsonMapper().readTree("{" + facts + "}");
		wanted.propertyNames()
			.forEach((field) -> assertThat(image.path(field)).as(field).isEqualTo(wanted.path(field)));
		assertThat(this.api.get("/api/v1/images/" + image.path("id").asString()).json()).isEqualTo(image);
	}

	@Test
	void patchMergesLabels() {
		String image = "/api/v1/images/" + this.api
			.createImage("{\"os\":\"debian\",\"architecture\":\"x86_64\",\"labels\":{\"a\":\"1\",\"b\":\"2\"}}")
			.path("id")
			.asString();
		JsonNode labels = this.api.patch(image, "{\"labels\":{\"a\":null,\"c\":\"3\"}}", "If-Match", "*")
			.expect(200)
			.json()
			.path("labels");
		assertThat(labels.toString()).isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
		assertThat(this.api.patch(image, "{\"labels\":null}", "If-Match", "*").expect(200).json().has("labels"))
			.isFalse();
	}

	@Test
	void createWhenNameIsMissingMakesNamesThatAreNoPartOfEachOther() {
		List<CompletableFuture<String>> creations = IntStream.range(0, 8)
			.mapToObj((index) -> CompletableFuture.supplyAsync(
					() -> this.api.createImage("{\"os\":\"arch\",\"architecture\":\"arm64\"}").path("name").asString()))
			.toList();
		List<String> names = creations.stream().map(CompletableFuture::join).toList();
		assertThat(names).doesNotHaveDuplicates().allMatch((name) -> name.matches("arch(-[0-9]+)?-arm64-[0-9]{8}"));
		for (String name : names) {
			assertThat(names).filteredOn((other) -> other.contains(name)).hasSize(1);
		}
	}

	@Test
	void createWhenNameIsTakenInWhateverCaseIsAConflict() {
		this.api.createImage("{\"name\":\"Taken\",\"os\":\"debian\",\"architecture\":\"x86_64\"}");
		Api.Answer answer = this.api.post("/api/v1/images",
				"{\"name\":\"tAKEN\",\"os\":\"debian\",\"architecture\":\"x86_64\"}");
		assertThat(answer.expect(409).problem()).isEqualTo("name-taken");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"architecture":"x86_64"}                                             | os
			{"os":"debian"}                                                       | architecture
			{"os":"debian","architecture":"sparc"}                                | architecture
			{"os":"debian","architecture":""}                                     | architecture
			{"os":"debian","architecture":1}                                      | architecture
			{"os":"De bian","architecture":"x86_64"}                              | os
			{"os":"debian","architecture":"x86_64","name":"a/b"}                  | name
			{"os":"debian","architecture":"x86_64","name":"a b"}                  | name
			{"os":"debian","architecture":"x86_64","name":"0123456789"}           | name
			{"os":"debian","architecture":"x86_64","name":".."}                   | name
			{"os":"debian","architecture":"x86_64","description":"a\\nb"}         | description
			{"os":"debian","architecture":"x86_64","description":"a\\u0000b"}     | description
			{"os":"debian","architecture":"x86_64","description":"a\\u2028b"}     | description
			{"os":"debian","architecture":"x86_64","version":"1 2"}               | version
			{"os":"debian","architecture":"x86_64","hypervisors":[]}              | hypervisors
			{"os":"debian","architecture":"x86_64","hypervisors":["K V M"]}       | hypervisors[0]
			{"os":"debian","architecture":"x86_64","hypervisors":"kvm"}           | hypervisors
			{"os":"debian","architecture":"x86_64","virtualizationType":"pv"}     | virtualizationType
			{"os":"debian","architecture":"x86_64","loginUser":"a:b"}             | loginUser
			{"os":"debian","architecture":"x86_64","singleKernel":"maybe"}        | singleKernel
			{"os":"debian","architecture":"x86_64","state":"ACTIVE"}              | state
			{"os":"debian","architecture":"x86_64","minSize":"a\\nb"}             | minSize
			{"os":"debian","architecture":"x86_64","labels":{"a":"b\\nc"}}        | labels[a]
			{"os":"debian","architecture":"x86_64","labels":{"A":"b"}}            | labels[A]
			{"os":"debian","architecture":"x86_64","labels":{"a":{}}}             | labels.a
			{"os":"debian","architecture":"x86_64","verifications":[{}]}          | verifications[0].result
			{"os":"debian","architecture":"x86_64","verifications":[{"result":"maybe"}]} | verifications[0].result
			""")
	void createWhenAFieldIsWrongNamesIt(String body, String field) {
		Api.Answer answer = this.api.post("/api/v1/images", body).expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-field");
		assertThat(answer.json().path("violations")).singleElement()
			.extracting((violation) -> violation.path("field").asString())
			.isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"os\":", "null", "\"x\"" })
	void createWhenBodyIsNoObjectIsUnreadable(String body) {
		assertThat(this.api.post("/api/v1/images", body).expect(400).problem()).isEqualTo("unreadable-body");
	}

	@Test
	void patchWhenFieldIsNullTakesItAway() {
		String image = this.api.draft("patched");
		Api.Answer answer = this.api
			.patch(image, "{\"description\":\"New\",\"loginUser\":\"root\",\"contact\":null}", "If-Match", "\"0\"")
			.expect(200);
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.json().path("description").asString()).isEqualTo("New");
		JsonNode again = this.api.patch(image, "{\"loginUser\":null}", "If-Match", "*").expect(200).json();
		assertThat(again.path("loginUser").isNull()).isTrue();
		assertThat(again.path("description").asString()).isEqualTo("New");
	}

	@Test
	void patchWhenFieldIsUnknownAnswersTheProblemOfCreate() {
		JsonNode create = this.api
			.post("/api/v1/images", "{\"os\":\"debian\",\"architecture\":\"x86_64\",\"colour\":\"red\"}")
			.expect(400)
			.json();
		JsonNode patch = this.api.patch(this.api.draft(), "{\"colour\":\"red\"}", "If-Match", "*").expect(400).json();
		assertThat(patch.path("type")).isEqualTo(create.path("type"));
		assertThat(patch.path("violations")).isEqualTo(create.path("violations"));
		assertThat(patch.at("/violations/0/field").asString()).isEqualTo("colour");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"os":null}              | 400 | invalid-field
			{"architecture":"vax"}   | 400 | invalid-field
			{"state":"ACTIVE"}       | 400 | invalid-field
			{"hypervisors":{"a":1}}  | 400 | invalid-field
			[]                       | 400 | unreadable-body
			""")
	void patchWhenWrongChangesNothing(String patch, int status, String problem) {
		assertThatPatchChangesNothing(patch, status, problem);
	}

	@Test
	void patchWhenNameIsTakenChangesNothing() {
		this.api.draft("occupied");
		assertThatPatchChangesNothing("{\"name\":\"occupied\"}", 409, "name-taken");
	}

	@Test
	void patchWhenTagIsMissingOrStaleIsRefused() {
		String image = this.api.draft("tagged");
		assertThat(this.api.patch(image, "{\"description\":\"a\"}").expect(428).problem())
			.isEqualTo("precondition-required");
		this.api.patch(image, "{\"description\":\"a\"}", "If-Match", "\"0\"").expect(200);
		assertThat(this.api.patch(image, "{\"description\":\"b\"}", "If-Match", "\"0\"").expect(412).problem())
			.isEqualTo("precondition-failed");
	}

	@Test
	void patchWhenNameIsPartOfTheArtifactsKeyIsRefused() {
		String image = this.api.draft("fixed-name");
		this.api.put(image + "/artifact", new byte[] { 1 }).expect(200);
		assertThat(this.api.patch(image, "{\"name\":\"other-name\"}", "If-Match", "*").expect(409).problem())
			.isEqualTo("name-fixed");
	}

	private void assertThatPatchChangesNothing(String patch, int status, String problem) {
		String image = this.api.draft();
		JsonNode before = this.api.get(image).json();
		assertThat(this.api.patch(image, patch, "If-Match", "\"0\"").expect(status).problem()).isEqualTo(problem);
		assertThat(this.api.get(image).json()).isEqualTo(before);
	}

}
