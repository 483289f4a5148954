package cellar.gateway.origin;

import java.time.Clock;

import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class RelayedOriginTests {

	@Test
	void fetchWhenTheCacheSaysMoreSaysThat() {
		InMemoryOrigin origin = new InMemoryOrigin(Clock.systemUTC());
		new RelayedOrigin(origin, Headers.of("X-Other", "2", "Range", "bytes=5-"))
			.fetch(new OriginRequest(OriginRequest.Method.GET, "a", Headers.of("Range", "bytes=0-1")));
		assertThat(origin.requests().getFirst().headers()).isEqualTo(Headers.of("X-Other", "2", "Range", "bytes=0-1"));
	}

}
