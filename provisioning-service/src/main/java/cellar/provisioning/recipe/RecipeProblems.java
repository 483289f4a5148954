package cellar.provisioning.recipe;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;
import cellar.provisioning.parameter.InvalidParametersException;

/**
 * What can be wrong with a recipe, as problem details.
 */
@Order(0)
@RestControllerAdvice
class RecipeProblems {

	@ExceptionHandler
	ProblemDetail handle(RecipeNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "recipe-not-found", "Recipe not found", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(InvalidParametersException ex) {
		ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-parameters",
				"Invalid parameters", ex);
		problem.setProperty("violations", ex.violations());
		return problem;
	}

}
