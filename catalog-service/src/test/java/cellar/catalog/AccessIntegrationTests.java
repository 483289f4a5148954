package cellar.catalog;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what, cell by cell. DRAFT and LIVE stand for images, PUBLICATION for one
 * that was superseded. Where a caller is allowed, the request itself is wrong on purpose,
 * so that nothing changes.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIntegrationTests {

	private static final List<String> CALLERS = List.of("", "wrong", "reader", "launcher", "publisher", "operator");

	@LocalServerPort
	private int port;

	private String draft;

	private String live;

	private String superseded;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
	}

	@BeforeAll
	void fill() {
		Api api = new Api(this.port, "operator");
		this.draft = api.createImage("{\"os\":\"debian\",\"architecture\":\"i386\"}").path("id").asString();
		this.live = api.activeImage("live-image", new byte[] { 1 }).path("id").asString();
		this.superseded = api.publish().path("serial").asString();
		api.publish();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# request                               | none | bad | reader | launcher | publisher | operator
			GET /api/v1/images                      | 200  | 401 | 200    | 200      | 200       | 200
			GET /api/v1/images/LIVE                 | 200  | 401 | 200    | 200      | 200       | 200
			GET /api/v1/images/DRAFT                | 404  | 401 | 200    | 404      | 200       | 200
			GET /api/v1/publications                | 200  | 401 | 200    | 200      | 200       | 200
			GET /api/v1/publications/live           | 200  | 401 | 200    | 200      | 200       | 200
			GET /api/v1/publications/SUPERSEDED     | 404  | 401 | 200    | 404      | 200       | 200
			GET /api/v1/imports/DRAFT               | 401  | 401 | 404    | 403      | 404       | 404
			GET /api/v1/audit                       | 401  | 401 | 200    | 403      | 200       | 200
			DELETE /api/v1/audit                    | 401  | 401 | 403    | 403      | 405       | 405
			POST /api/v1/images                     | 401  | 401 | 403    | 403      | 400       | 400
			PATCH /api/v1/images/DRAFT              | 401  | 401 | 403    | 403      | 428       | 428
			DELETE /api/v1/images/LIVE              | 401  | 401 | 403    | 403      | 409       | 409
			PUT /api/v1/images/LIVE/artifact        | 401  | 401 | 403    | 403      | 409       | 409
			POST /api/v1/images/LIVE/transitions    | 401  | 401 | 403    | 403      | 400       | 400
			POST /api/v1/imports                    | 401  | 401 | 403    | 403      | 400       | 400
			POST /api/v1/publications               | 401  | 401 | 403    | 403      | 400       | 400
			POST /api/v1/elsewhere                  | 401  | 401 | 403    | 403      | 403       | 404
			GET /v3/api-docs                        | 200  | 401 | 200    | 200      | 200       | 200
			""")
	void requestIsAnsweredByRole(String request, int none, int bad, int reader, int launcher, int publisher,
			int operator) {
		List<Integer> expected = List.of(none, bad, reader, launcher, publisher, operator);
		for (int index = 0; index < CALLERS.size(); index++) {
			assertThat(status(request, CALLERS.get(index))).as(request + " as '" + CALLERS.get(index) + "'")
				.isEqualTo(expected.get(index));
		}
	}

	@Test
	void listWhenCallerIsAnOutsiderHoldsOnlyWhatIsPublished() {
		assertThat(new Api(this.port, null).get("/api/v1/images").json().path("total").asInt()).isEqualTo(1);
		assertThat(new Api(this.port, "reader").get("/api/v1/images").json().path("total").asInt()).isEqualTo(2);
		assertThat(new Api(this.port, null).get("/api/v1/publications").json().path("total").asInt()).isEqualTo(1);
		assertThat(new Api(this.port, "reader").get("/api/v1/publications").json().path("total").asInt()).isEqualTo(2);
	}

	@Test
	void createWhenBodyIsTooLargeIsRefused() {
		assertThat(new Api(this.port, "publisher").post("/api/v1/images", " ".repeat(1024 * 1024 + 1)).status())
			.isEqualTo(413);
	}

	private int status(String request, String caller) {
		String[] parts = request.split(" ");
		String path = parts[1].replace("LIVE", this.live)
			.replace("DRAFT", this.draft)
			.replace("SUPERSEDED", this.superseded);
		Api api = new Api(this.port, caller.isEmpty() ? null : caller);
		Api.Answer answer = switch (parts[0]) {
			case "GET" -> api.get(path);
			case "POST" -> api.post(path, "{}");
			case "PATCH" -> api.patch(path, "{}");
			case "PUT" -> api.put(path, new byte[] { 1 });
			default -> api.send(parts[0], path, BodyPublishers.noBody());
		};
		if (answer.status() >= 400) {
			assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		}
		return answer.status();
	}

}
