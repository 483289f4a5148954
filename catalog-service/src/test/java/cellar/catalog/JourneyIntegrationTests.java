package cellar.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.signature.TestKeys;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;
import cellar.common.catalog.CatalogDocument;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One image from an import to the page, over HTTP, on real parts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class JourneyIntegrationTests {

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	private Api api;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
		registry.add("cellar.catalog.signing-key", TestKeys::first);
	}

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void importUploadActivatePublish() {
		JsonNode report = this.api.imported("""
				{"catalog": {"images": [{"name": "centos-x86_64-20120114", "os": "centos", "architecture": "x86_64",
				"version": "2012.1.14", "description": "CentOS 5 1.3GB root, Single Kernel",
				"url": "starter-emis/euca-centos-2012.1.14-x86_64.tgz", "date": "20120114150503",
				"recipe": "centos-based", "stamp": "28fc-4826", "contact": "", "single-kernel": "True",
				"hypervisors-supported": ["xen", "kvm"]}]}}""");
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		JsonNode entry = report.path("entries").path(0);
		assertThat(entry.path("outcome").asString()).isEqualTo("taken");
		String image = "/api/v1/images/" + entry.path("imageId").asString();
		Api anyone = this.api.as(null);
		anyone.get(image).expect(404);

		byte[] content = "hello world".getBytes(StandardCharsets.UTF_8);
		JsonNode artifact = this.api.put(image + "/artifact?file=euca-centos.tgz", content)
			.expect(200)
			.json()
			.path("artifact");
		assertThat(artifact.path("eustoreName").asString()).isEqualTo("0481432305");
		assertThat(artifact.path("url").asString()).startsWith(this.buckets.images() + "/centos-x86_64-20120114/")
			.endsWith("/euca-centos.tgz");
		this.api.post(image + "/transitions", "{\"transition\":\"activate\",\"reason\":\"tested\"}").expect(200);
		anyone.get(image).expect(404);

		JsonNode publication = this.api.publish();
		assertThat(publication.path("state").asString()).isEqualTo("LIVE");
		assertThat(anyone.get(image).expect(200).json().has("origin")).isFalse();
		assertThat(anyone.get("/api/v1/images").json().at("/items/0").has("origin")).isFalse();
		assertThat(this.api.get(image).json().at("/origin/url").asString()).contains("starter-emis");
		assertThat(anyone.get("/api/v1/images").json().path("total").asInt()).isEqualTo(1);
		assertThat(anyone.get("/api/v1/publications/live").expect(200).json()).isEqualTo(publication);

		CatalogDocument readable = new JsonMapper().readValue(published("catalog.json"), CatalogDocument.class);
		assertThat(readable.serial()).isEqualTo(publication.path("serial").asLong());
		assertThat(readable.images().getFirst().name()).isEqualTo("centos-x86_64-20120114");
		assertThat(published("catalog")).contains("\"name\" : \"0481432305\"");
		assertThat(published("index.html")).contains("centos-x86_64-20120114", artifact.path("url").asString());
	}

	@Test
	void whatIsPublishedCanBeVerifiedAndAnOldDocumentIsTold() {
		this.api.publish();
		String old = request("catalog.json", "catalog.json.sig");
		JsonNode judged = this.api.post("/api/v1/verifications", old).expect(200).json();
		assertThat(judged.path("valid").asBoolean()).isTrue();
		assertThat(judged.path("current").asBoolean()).isTrue();
		assertThat(published("keys/" + judged.path("keyId").asString() + ".pem")).startsWith("-----BEGIN PUBLIC KEY");
		assertThat(this.api.post("/api/v1/verifications", request("SHA256SUMS", "SHA256SUMS.sig")).json())
			.isEqualTo(judged);

		this.api.publish();
		JsonNode late = this.api.post("/api/v1/verifications", old).expect(200).json();
		assertThat(late.path("valid").asBoolean()).isTrue();
		assertThat(late.path("current").asBoolean()).isFalse();
		assertThat(late.at("/findings/0").asString()).contains("is live");
		JsonNode wrong = this.api.post("/api/v1/verifications", request("catalog", "catalog.json.sig")).json();
		assertThat(wrong.path("valid").asBoolean()).isFalse();
		this.api.as(null).post("/api/v1/verifications", old).expect(401);
		assertThat(this.api.post("/api/v1/verifications", "{\"document\":\"AA==\",\"signature\":\"AA==\"}")
			.expect(400)
			.problem()).isEqualTo("invalid-field");
	}

	private String request(String document, String signature) {
		Base64.Encoder base64 = Base64.getEncoder();
		return "{\"document\":\"%s\",\"signature\":\"%s\"}".formatted(base64.encodeToString(bytes(document)),
				base64.encodeToString(bytes(signature)));
	}

	@Test
	void apiDocsOfImagesShowTheFieldsThatCallersSee() {
		JsonNode docs = this.api.get("/v3/api-docs").expect(200).json();
		assertThat(docs.at("/components/schemas/ImageDocument/properties").propertyNames())
			.contains("id", "name", "os", "architecture", "state", "artifact")
			.doesNotContain("about", "rowVersion");
		assertThat(docs.at("/paths/~1api~1v1~1images/get/parameters").valueStream())
			.extracting((parameter) -> parameter.path("name").asString())
			.containsExactlyInAnyOrder("q", "os", "architecture", "state", "label", "page", "size", "sort");
	}

	@Test
	void readinessKnowsTheStore() {
		Api management = new Api(this.managementPort, "reader");
		JsonNode readiness = management.get("/actuator/health/readiness").expect(200).json();
		assertThat(readiness.path("components").propertyNames()).contains("db", "store");
		assertThat(
				management.as(null).get("/actuator/health/readiness").expect(200).json().path("components").isEmpty())
			.isTrue();
	}

	@Test
	void openApiIsThere() {
		assertThat(this.api.as(null).get("/v3/api-docs").expect(200).json().path("paths").propertyNames())
			.contains("/api/v1/images", "/api/v1/images/{id}/artifact", "/api/v1/publications/{serial}");
	}

	private String published(String key) {
		return new String(bytes(key), StandardCharsets.UTF_8);
	}

	private byte[] bytes(String key) {
		return Objects.requireNonNull(this.store.get(this.buckets.site(), key), key);
	}

}
