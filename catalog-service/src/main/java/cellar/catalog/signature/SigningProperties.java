package cellar.catalog.signature;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The keys that publications are signed with.
 *
 * @param signingKey the Ed25519 key whose signatures stand beside documents: PKCS #8 in
 * PEM, or {@code file:} and a path to it; unset or empty, and nothing is signed
 * @param otherSigningKeys further keys, written alike, that sign as well while clients
 * change from one key to another; none by default
 */
@Validated
@ConfigurationProperties("cellar.catalog")
record SigningProperties(@Nullable String signingKey, @DefaultValue List<String> otherSigningKeys) {

	@Override
	public String toString() {
		return "SigningProperties[others=" + this.otherSigningKeys.size() + "]";
	}

}
