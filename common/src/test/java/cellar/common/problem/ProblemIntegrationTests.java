package cellar.common.problem;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cellar.common.SampleApplication;

import static org.assertj.core.api.Assertions.assertThat;

@AutoConfigureMockMvc
@WithMockUser(roles = "OPERATOR")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SampleApplication.class, properties = { "spring.mvc.problemdetails.enabled=true",
		"spring.jackson.deserialization.fail-on-unknown-properties=true" })
class ProblemIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name":"Riesling","litres":1,"year":2}  | year   | is unknown; known here are 'name', 'litres'
			{"name":"Riesling","litres":"much"}      | litres | must be a number
			{"name":"Riesling","litres":"1"}         | litres | must be a number
			{"name":"Riesling","litres":1.9}         | litres | must be a whole number
			{"name":5,"litres":1}                    | name   | cannot be read as a string
			{"name":["Riesling"],"litres":1}         | name   | must be a string
			{"name":"Riesling","litres":0}           | litres | must be greater than 0
			""")
	void postWhenFieldIsWrongNamesItAsAViolation(String body, String field, String message) {
		MvcTestResult result = this.mvc.post()
			.uri("/bottles")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("type").isEqualTo("urn:cellar:problem:invalid-field");
		assertThat(result).bodyJson().extractingPath("detail").isEqualTo("'" + field + "' " + message);
		assertThat(result).bodyJson()
			.extractingPath("violations")
			.asArray()
			.containsExactly(Map.of("field", field, "message", message));
	}

	@Test
	void postWhenAnotherLanguageIsAskedForAnswersInOne() {
		MvcTestResult result = this.mvc.post()
			.uri("/bottles")
			.header("Accept-Language", "de")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\":\"Riesling\",\"litres\":0}")
			.exchange();
		assertThat(result).bodyJson().extractingPath("detail").isEqualTo("'litres' must be greater than 0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			[]       | The body must be an object
			{"name"  | The body is not JSON: line 1, column 8
			{"name":"a","name":"b"} | The body names a field twice: line 1, column 19
			``       | The body is missing or is not JSON
			""")
	void postWhenBodyIsNoObjectSaysWhy(String body, String detail) {
		MvcTestResult result = this.mvc.post()
			.uri("/bottles")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("type").isEqualTo("urn:cellar:problem:unreadable-body");
		assertThat(result).bodyJson().extractingPath("detail").isEqualTo(detail);
	}

	@ParameterizedTest
	@CsvSource({ "shelf=x, shelf, cannot be read as a number", "shelf=0, shelf, must be 1 or more" })
	void getWhenParameterIsWrongNamesItAsAViolation(String query, String parameter, String message) {
		MvcTestResult result = this.mvc.get().uri("/bottles?" + query).exchange();
		assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("type").isEqualTo("urn:cellar:problem:invalid-parameter");
		assertThat(result).bodyJson()
			.extractingPath("violations")
			.asArray()
			.containsExactly(Map.of("field", parameter, "message", message));
	}

	@Test
	void deleteWhenControllerFailsUnexpectedlyTellsNothingButLogsIt(CapturedOutput output) {
		assertThat(this.mvc.delete().uri("/bottles")).hasStatus(500)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyText()
			.contains("urn:cellar:problem:unexpected")
			.doesNotContain("secret");
		assertThat(output).containsOnlyOnce("Request failed unexpectedly").contains("the secret of the cellar");
	}

	@Test
	void requestWhenPathOrMethodIsUnknownIsAProblem() {
		assertThat(this.mvc.get().uri("/nowhere")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.mvc.put().uri("/bottles")).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
