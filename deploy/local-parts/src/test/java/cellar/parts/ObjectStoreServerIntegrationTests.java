package cellar.parts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectStoreServerIntegrationTests {

	@AutoClose
	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	private Path directory;

	@Test
	void answersOnlySignedRequests() throws Exception {
		try (ObjectStoreServer store = ObjectStoreServer.startTemporary()) {
			HttpRequest unsigned = HttpRequest.newBuilder(store.endpoint().resolve("/bucket"))
				.PUT(HttpRequest.BodyPublishers.noBody())
				.build();

			assertThat(this.http.send(unsigned, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		}
	}

	@Test
	void startAfterStopServesOnTheSameAddress() throws Exception {
		try (ObjectStoreServer store = start("secret")) {
			URI address = store.endpoint();
			ProcessHandle first = store.process();
			store.stop();
			assertThat(first.isAlive()).isFalse();

			store.start();

			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(address).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(403);
		}
	}

	@Test
	void startKeepsTheSecretFromOtherUsersAndFromTheCommandLine() throws Exception {
		try (ObjectStoreServer store = start("hidden")) {
			Path configuration = this.directory.resolve("s3proxy.properties");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(configuration)))
				.isEqualTo("rw-------");
			assertThat(store.process().info().commandLine())
				.hasValueSatisfying((line) -> assertThat(line).doesNotContain("hidden"));
		}
	}

	private ObjectStoreServer start(String secret) {
		return ObjectStoreServer.start(this.directory, this.directory.resolve("object-store.log"), FreePorts.next(),
				"access", secret, List.of());
	}

}
