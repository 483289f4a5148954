package cellar.catalog.importer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

import cellar.catalog.intake.IntakeProperties;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogSourceTests {

	@Test
	void fetchWhenNoHeaderEverComesGivesUpAtTheDeadline() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CatalogSource source = new CatalogSource(
					new IntakeProperties(DataSize.ofKilobytes(1), 1, Duration.ofSeconds(1), List.of("127.0.0.1")),
					RestClient.builder());
			URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/catalog");
			assertThatExceptionOfType(CatalogSource.FetchException.class).isThrownBy(() -> source.fetch(url))
				.withMessageContaining("took longer than PT1S");
		}
	}

}
