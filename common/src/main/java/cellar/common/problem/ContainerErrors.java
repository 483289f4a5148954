package cellar.common.problem;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the container shows for errors that no controller saw, such as a refused request
 * line.
 */
@RestController
class ContainerErrors implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ProblemDetail> show(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer value) ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
		if (status == null) {
			status = HttpStatus.INTERNAL_SERVER_ERROR;
		}
		return ResponseEntity.of(isBrokenBody(request, status) ? brokenBody() : ProblemDetail.forStatus(status))
			.build();
	}

	// The container itself refuses such a body, whatever its reader answers.
	private static boolean isBrokenBody(HttpServletRequest request, HttpStatus status) {
		return status == HttpStatus.BAD_REQUEST
				&& request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
	}

	private static ProblemDetail brokenBody() {
		return Problems
			.unreadableBody("The body breaks off or is not sent in valid chunks; send all of it, as long as announced");
	}

}
