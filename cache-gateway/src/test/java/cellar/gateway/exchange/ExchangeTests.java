package cellar.gateway.exchange;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import cellar.gateway.header.ContentRange;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeTests {

	private static final OriginBody NO_BODY = new OriginBody() {

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
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

	@Test
	void asContentWhenPartialTellsThePartAlthoughTheFieldIsNotPassedOn() {
		Exchange exchange = new Exchange(206, Headers.of("Content-Range", "bytes 3-9/10"), 7, true, NO_BODY);
		assertThat(exchange.asContent(exchange.endToEnd())).isInstanceOfSatisfying(OriginAnswer.Content.class,
				(content) -> {
					assertThat(content.part()).isEqualTo(new ContentRange(3, 9, 10));
					assertThat(content.headers().first("Content-Range")).isNull();
				});
	}

}
