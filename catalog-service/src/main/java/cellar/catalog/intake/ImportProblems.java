package cellar.catalog.intake;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with imports, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ImportProblems {

	@ExceptionHandler
	ProblemDetail handle(ImportController.ImportRefusedException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "invalid-import", "Invalid import", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ImportNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "import-not-found", "Import not found", ex);
	}

}
