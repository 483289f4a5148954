package cellar.catalog.caller;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cellar.common.access.Role;

/**
 * Reads the {@link Caller} from the security context.
 */
class CallerArgument implements HandlerMethodArgumentResolver {

	private static final Set<String> INSIDERS = Set.of("ROLE_" + Role.READER, "ROLE_" + Role.PUBLISHER);

	private final RoleHierarchy roles;

	CallerArgument(RoleHierarchy roles) {
		this.roles = roles;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Caller resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null) {
			return new Caller("anonymous", false);
		}
		boolean insider = this.roles.getReachableGrantedAuthorities(authentication.getAuthorities())
			.stream()
			.anyMatch((authority) -> INSIDERS.contains(authority.getAuthority()));
		return new Caller(authentication.getName(), insider);
	}

}
