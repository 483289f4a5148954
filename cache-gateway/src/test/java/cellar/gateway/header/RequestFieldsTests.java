package cellar.gateway.header;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestFieldsTests {

	@Test
	void forwardedLeavesOutWhatIsForOneHopOrForTheCache() {
		Headers forwarded = RequestFields.forwarded(Headers.of("Host", "gateway", "Connection", "X-Hop, close", "X-Hop",
				"1", "TE", "trailers", "Range", "bytes=0-1", "If-None-Match", "\"1\"", "X-Other", "2", "Cookie", "a=b",
				"Accept-Encoding", "gzip"));
		assertThat(forwarded).isEqualTo(Headers.of("X-Other", "2", "Cookie", "a=b", "Accept-Encoding", "gzip"));
	}

}
