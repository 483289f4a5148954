package cellar.gateway.upstream;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.Test;

import cellar.gateway.exchange.Target;
import cellar.gateway.exchange.Transport;
import cellar.gateway.exchange.Transports;

import static org.assertj.core.api.Assertions.assertThat;

class HttpOriginTests {

	@Test
	void targetKeepsQuery() throws IOException {
		try (Transport transport = Transports.patient()) {
			HttpOrigin origin = new HttpOrigin(transport, URI.create("http://web/base"), false);
			assertThat(origin.target("a b?x=%20")).isEqualTo(new Target("http", "web", -1, "/base/a%20b?x=%20"));
		}
	}

}
