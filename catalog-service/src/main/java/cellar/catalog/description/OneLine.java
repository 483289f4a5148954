package cellar.catalog.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * One line of text without anything that does not show.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = OneLine.FORM)
@ReportAsSingleViolation
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

	/**
	 * The form of such text, for values that are not validated as fields.
	 */
	String FORM = "[^" + Unseen.MEMBERS + "]*";

	/**
	 * What is said of text that has another form.
	 */
	String MESSAGE = "must not contain control characters";

	/**
	 * Returns what is said of text that has another form.
	 * @return the message
	 */
	String message() default MESSAGE;

	/**
	 * Returns the groups of validations that the constraint belongs to.
	 * @return none by default
	 */
	Class<?>[] groups() default {};

	/**
	 * Returns what validating programs attach.
	 * @return nothing by default
	 */
	Class<? extends Payload>[] payload() default {};

}
