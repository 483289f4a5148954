package cellar.common.access;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cellar.common.SampleApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens are the names of the roles; their hashes are in the properties below.
 */
@AutoConfigureMockMvc
@SpringBootTest(classes = SampleApplication.class, properties = { //
		"management.endpoints.web.exposure.include=health,info,loggers", "cellar.security.tokens[0].name=rita",
		"cellar.security.tokens[0].roles=reader",
		"cellar.security.tokens[0].hash={sha256}3d0941964aa3ebdcb00ccef58b1bb399f9f898465e9886d5aec7f31090a0fb30",
		"cellar.security.tokens[1].name=paul", "cellar.security.tokens[1].roles=publisher",
		"cellar.security.tokens[1].hash={sha256}4f03a060b7eb032972dcb327f2c989b14d5e73c35b3d5928a6f875ca39c159ba",
		"cellar.security.tokens[2].name=olga", "cellar.security.tokens[2].roles=operator",
		"cellar.security.tokens[2].hash={sha256}06e55b633481f7bb072957eabcf110c972e86691c3cfedabe088024bffe42f23" })
class AccessIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,    /public,          ,          200
			GET,    /actuator/health, ,          200
			GET,    /actuator/info,   ,          401
			GET,    /actuator/info,   reader,    200
			GET,    /actuator/loggers, reader,   200
			POST,   /actuator/loggers/ROOT, reader, 403
			POST,   /actuator/loggers/ROOT, publisher, 403
			GET,    /bottles,         ,          401
			GET,    /bottles,         unknown,   401
			GET,    /bottles,         reader,    200
			GET,    /bottles,         publisher, 403
			GET,    /bottles,         operator,  200
			POST,   /bottles,         ,          401
			POST,   /bottles,         reader,    403
			POST,   /bottles,         publisher, 200
			POST,   /bottles,         operator,  200
			DELETE, /bottles,         ,          401
			DELETE, /bottles,         reader,    403
			DELETE, /bottles,         publisher, 403
			GET,    /nowhere,         ,          401
			GET,    /nowhere,         reader,    404
			""")
	void requestIsAnsweredByRole(HttpMethod method, String path, @Nullable String token, int status) {
		HttpHeaders headers = new HttpHeaders();
		if (token != null) {
			headers.setBearerAuth(token);
		}
		assertThat(this.mvc.method(method)
			.uri(path)
			.headers(headers)
			.contentType(MediaType.APPLICATION_JSON)
			.content((method != HttpMethod.POST) ? "" : "{\"name\":\"Riesling\",\"litres\":1}")).hasStatus(status);
	}

	@Test
	void requestWhenTokenIsMissingIsAnsweredWithAChallengeAndAProblem() {
		assertThat(this.mvc.get().uri("/bottles")).hasStatus(401)
			.hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"cellar\"")
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("urn:cellar:problem:unauthenticated");
	}

	@Test
	void requestWhenRoleIsMissingIsAProblemWithoutTheToken() {
		assertThat(this.mvc.get().uri("/bottles").header(HttpHeaders.AUTHORIZATION, "Bearer publisher")).hasStatus(403)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyText()
			.contains("urn:cellar:problem:role-missing")
			.doesNotContain("publisher");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			           | anonymous |
			reader     | rita      | READER
			operator   | olga      | LAUNCHER,OPERATOR,PUBLISHER,READER
			""")
	void callerWhenRolesImplyOthersHasThemAll(@Nullable String token, String name, @Nullable String roles) {
		HttpHeaders headers = new HttpHeaders();
		if (token != null) {
			headers.setBearerAuth(token);
		}
		MvcTestResult result = this.mvc.get().uri("/public").headers(headers).exchange();
		assertThat(result).bodyJson().extractingPath("name").isEqualTo(name);
		assertThat(result).bodyJson()
			.extractingPath("roles")
			.asArray()
			.containsExactlyInAnyOrder((roles != null) ? roles.split(",") : new Object[0]);
	}

	@Test
	void requestWhenTokenIsAParameterIsRefused() {
		assertThat(this.mvc.get().uri("/bottles?access_token=reader")).hasStatus(401);
	}

}
