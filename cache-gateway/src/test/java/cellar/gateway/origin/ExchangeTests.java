package cellar.gateway.origin;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeTests {

	static final OriginBody NO_BODY = new OriginBody() {

		@Override
		public int read(byte[] buffer) throws IOException {
			return -1;
		}

		@Override
		public void close() {
		}

	};

	@Test
	void endToEndWhenConnectionNamesFieldsTwiceDropsThem() {
		Headers headers = Headers.of("Connection", "close, X-Hop", "Connection", "x-hop,close", "X-Hop", "1", "X-End",
				"2");
		Exchange exchange = new Exchange(200, headers, 0, true, NO_BODY);
		assertThat(exchange.endToEnd()).isEqualTo(Headers.of("X-End", "2"));
	}

}
