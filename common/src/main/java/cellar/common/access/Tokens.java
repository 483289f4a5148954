package cellar.common.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

import cellar.common.hash.HashFunction;

/**
 * The configured tokens. Only hashes are kept, and they are compared in constant time,
 * every one of them on every call, so that the time of an answer tells nothing.
 */
class Tokens implements OpaqueTokenIntrospector {

	private static final String ALGORITHM_PREFIX = "{sha256}";

	private final List<Entry> entries;

	Tokens(AccessProperties properties) {
		this.entries = properties.tokens().stream().map(Entry::of).toList();
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		byte[] presented = HashFunction.SHA_256.of(token.getBytes(StandardCharsets.UTF_8));
		Entry match = null;
		for (Entry entry : this.entries) {
			if (MessageDigest.isEqual(entry.hash(), presented)) {
				match = entry;
			}
		}
		if (match == null) {
			throw new BadOpaqueTokenException("Unknown token");
		}
		return match.principal();
	}

	private record Entry(byte[] hash, OAuth2AuthenticatedPrincipal principal) {

		private static Entry of(AccessProperties.Token token) {
			List<GrantedAuthority> authorities = token.roles()
				.stream()
				.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority(role.authority()))
				.toList();
			return new Entry(HexFormat.of().parseHex(token.hash().substring(ALGORITHM_PREFIX.length())),
					new DefaultOAuth2AuthenticatedPrincipal(token.name(), Map.of("sub", token.name()), authorities));
		}

	}

}
