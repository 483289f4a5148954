package cellar.common.problem;

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

import cellar.common.SampleApplication;

import static org.assertj.core.api.Assertions.assertThat;

@AutoConfigureMockMvc
@WithMockUser(roles = "OPERATOR")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SampleApplication.class, properties = { "spring.mvc.problemdetails.enabled=true",
		"spring.jackson.deserialization.fail-on-unknown-properties=true" })
class ProblemTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name":"Riesling","litres":1,"year":2}  | Unknown field 'year'; known here are 'name', 'litres'
			{"name":"Riesling","litres":"much"}      | Field 'litres' cannot be read as a number
			{"name":["Riesling"],"litres":1}         | Field 'name' must be a string
			[]                                       | The body must be an object
			{"name":"Riesling","litres":0}           | 'litres' must be greater than 0
			{"name"                                  | The body is not JSON: line 1, column 8
			``                                       | The body is missing or is not JSON
			""")
	void namesWhatIsWrongWithABody(String body, String detail) {
		assertThat(this.mvc.post().uri("/bottles").contentType(MediaType.APPLICATION_JSON).content(body)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("detail")
			.isEqualTo(detail);
	}

	@Test
	void tellsNothingOfTheInsideButLogsIt(CapturedOutput output) {
		assertThat(this.mvc.delete().uri("/bottles")).hasStatus(500)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyText()
			.contains("urn:cellar:problem:unexpected")
			.doesNotContain("secret");
		assertThat(output).containsOnlyOnce("Request failed unexpectedly").contains("the secret of the cellar");
	}

	@Test
	void answersUnknownPathsAndMethodsWithProblems() {
		assertThat(this.mvc.get().uri("/nowhere")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.mvc.put().uri("/bottles")).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
