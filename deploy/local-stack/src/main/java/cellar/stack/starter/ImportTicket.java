package cellar.stack.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import cellar.parts.Patience;
import cellar.stack.secret.PrivateFile;

/**
 * Remembers an import that was ordered, so that one which the catalog still works at
 * after a restart is not ordered twice.
 */
final class ImportTicket {

	private static final String IMPORTS = "/api/v1/imports";

	private static final Set<String> SETTLED = Set.of("COMPLETED", "FAILED");

	// As long as the catalog may take to pick up again what it did when it was killed.
	static final Patience PICKED_UP_WITHIN = new Patience(Clock.systemUTC(), Duration.ofSeconds(20),
			Duration.ofMillis(250));

	private final Path file;

	private final Patience patience;

	ImportTicket(Path file, Patience patience) {
		this.file = file;
		this.patience = patience;
	}

	// Orders an import and waits for its report.
	JsonNode order(CatalogClient catalog, Object request) throws IOException {
		write("");
		String location = catalog.begin(IMPORTS, request);
		write(location);
		JsonNode report = catalog.settled(location, SETTLED);
		Files.delete(this.file);
		if (!report.path("state").asString().equals("COMPLETED")) {
			throw new CatalogProblemException("The import did not get through: " + report);
		}
		return report;
	}

	// Waits for an import that was ordered before, if there is one.
	KnownImages redeem(CatalogClient catalog, Predicate<KnownImages> complete) throws IOException {
		if (Files.exists(this.file)) {
			String location = Files.readString(this.file);
			if (location.isEmpty()) {
				// Nobody knows whether the order arrived.
				this.patience.lookUntil(() -> KnownImages.list(catalog), complete);
			}
			else {
				catalog.settled(location, SETTLED);
			}
			Files.delete(this.file);
		}
		return KnownImages.list(catalog);
	}

	private void write(String location) throws IOException {
		Files.createDirectories(this.file.toAbsolutePath().getParent());
		PrivateFile.write(this.file, location);
	}

}
