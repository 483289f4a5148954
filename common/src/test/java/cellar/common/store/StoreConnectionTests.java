package cellar.common.store;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoreConnectionTests {

	private static final URI ENDPOINT = URI.create("http://127.0.0.1:8083");

	@Test
	void toStringLeavesTheSecretOut() {
		assertThat(new StoreConnection(ENDPOINT, "us-east-1", true, "key", "very-secret").toString()).contains("key")
			.doesNotContain("very-secret");
	}

	@Test
	void constructorWhenOnlyOneHalfOfTheCredentialsFails() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StoreConnection(ENDPOINT, "us-east-1", true, "key", null))
			.withMessageContaining("together");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://host", "file:///tmp", "//host", "http:opaque" })
	void constructorWhenEndpointIsNotHttpFails(String endpoint) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StoreConnection(URI.create(endpoint), "us-east-1", true, null, null));
	}

	@Test
	void constructorWhenRegionIsBlankFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StoreConnection(ENDPOINT, " ", true, null, null));
	}

}
