package cellar.stack.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import cellar.stack.secret.PrivateFile;

/**
 * Remembers an import that was ordered, so that one which the catalog still works at
 * after a restart is not ordered twice.
 */
final class ImportTicket {

	private static final String IMPORTS = "/api/v1/imports";

	private static final Set<String> SETTLED = Set.of("COMPLETED", "FAILED");

	// As long as the catalog may take to pick up again what it did when it was killed.
	static final Duration PICKED_UP_WITHIN = Duration.ofSeconds(20);

	private final Path file;

	private final Duration patience;

	ImportTicket(Path file, Duration patience) {
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
				awaitWithoutAddress(catalog, complete);
			}
			else {
				catalog.settled(location, SETTLED);
			}
			Files.delete(this.file);
		}
		return KnownImages.list(catalog);
	}

	// Broken off between the order and its answer: nobody knows whether it arrived.
	private void awaitWithoutAddress(CatalogClient catalog, Predicate<KnownImages> complete) {
		Instant deadline = Instant.now().plus(this.patience);
		while (!complete.test(KnownImages.list(catalog)) && Instant.now().isBefore(deadline)) {
			LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
		}
	}

	private void write(String location) throws IOException {
		Files.createDirectories(this.file.toAbsolutePath().getParent());
		PrivateFile.write(this.file, location);
	}

}
