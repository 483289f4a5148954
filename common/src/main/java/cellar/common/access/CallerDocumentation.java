package cellar.common.access;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/**
 * Keeps the {@link Caller} out of the OpenAPI description, where it would stand among the
 * query parameters.
 */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
class CallerDocumentation {

	CallerDocumentation() {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

}
