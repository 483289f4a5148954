package cellar.common.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/**
 * Gives every service the same answers to what went wrong outside its own features.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ InvalidRequests.class, UnexpectedFailures.class, ContainerErrors.class, RefusedRequests.class })
class ProblemAutoConfiguration {

}
