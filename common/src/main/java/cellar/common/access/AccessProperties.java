package cellar.common.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The callers that are known.
 *
 * @param tokens the bearer tokens that are accepted; none by default, and then only
 * public paths answer
 */
@Validated
@ConfigurationProperties("cellar.security")
record AccessProperties(@DefaultValue List<@Valid Token> tokens) {

	@AssertTrue(message = "'name' and 'hash' must each be unique among the tokens")
	boolean isDistinct() {
		Set<String> seen = new HashSet<>();
		return this.tokens.stream().allMatch((token) -> seen.add("name " + token.name()) && seen.add(token.hash()));
	}

	/**
	 * One token and what its holder may do.
	 *
	 * @param name who holds it, as logs and audit rows show it; 1 to 100 characters
	 * @param hash {@code {sha256}} and the SHA-256 of the token in lower-case hex; a fast
	 * hash is enough because a token is long and random
	 * @param roles what the holder may do
	 */
	record Token(@NotBlank @Size(max = 100) String name,
			@NotNull @Pattern(regexp = "\\{sha256}[0-9a-f]{64}",
					message = "must be '{sha256}' followed by 64 lower-case hex digits") String hash,
			@NotEmpty Set<Role> roles) {

		@Override
		public String toString() {
			return "Token[name=" + this.name + ", roles=" + this.roles + "]";
		}

	}

}
