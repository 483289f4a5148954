package cellar.stack.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cellar.parts.Patience;
import cellar.stack.part.Console;
import cellar.stack.secret.Secret;

/**
 * Publishes the starter catalog, once per data directory. Each step looks at what the
 * catalog has already, so that one that was broken off goes on where it was; what people
 * did to an image since is left alone.
 */
public final class Starter {

	private static final String NAME = "starter-catalog";

	private static final Map<String, String> REASON = Map.of("reason", "Starter catalog");

	private final CatalogClient catalog;

	private final ImportTicket ticket;

	private final Path finished;

	private final Path temporary;

	private final Console console;

	private final List<StarterImage> images;

	/**
	 * Creates a starter.
	 * @param catalogUrl the catalog's API
	 * @param token of somebody who may publish
	 * @param directory where it notes how far it is
	 * @param temporary where tarballs are while they are sent
	 * @param console where people are told
	 */
	public Starter(String catalogUrl, Secret token, Path directory, Path temporary, Console console) {
		this(new CatalogClient(catalogUrl, token), directory, temporary, console, StarterCatalog.images(),
				ImportTicket.PICKED_UP_WITHIN);
	}

	Starter(CatalogClient catalog, Path directory, Path temporary, Console console, List<StarterImage> images,
			Patience patience) {
		this.catalog = catalog;
		this.ticket = new ImportTicket(directory.resolve("import"), patience);
		this.finished = directory.resolve("finished");
		this.temporary = temporary;
		this.console = console;
		this.images = images;
	}

	/**
	 * Does what is still to do and returns when it is published.
	 */
	public void publish() {
		try {
			Publications publications = new Publications(this.catalog);
			publications.awaitSettled();
			if (Files.exists(this.finished) && publications.hasLive()) {
				this.console.tell(NAME, "published by an earlier start");
				return;
			}
			KnownImages known = importMissing();
			for (StarterImage image : this.images) {
				complete(image, known.get(image.name()));
			}
			if (publications.isWorthwhile(REASON)) {
				this.console.tell(NAME, "publishing");
				long serial = publications.publish(REASON);
				this.console.tell(NAME, "published  serial " + serial);
			}
			Files.createDirectories(this.finished.getParent());
			Files.writeString(this.finished, "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The starter catalog could not be prepared", ex);
		}
	}

	private KnownImages importMissing() throws IOException {
		KnownImages before = this.ticket.redeem(this.catalog, (known) -> missing(known).isEmpty());
		List<StarterImage> missing = missing(before);
		if (missing.isEmpty()) {
			return before;
		}
		this.console.tell(NAME, "importing  %d images".formatted(missing.size()));
		JsonNode report = this.ticket.order(this.catalog,
				Map.of("catalog", Map.of("images", missing.stream().map(StarterImage::entry).toList())));
		KnownImages after = KnownImages.list(this.catalog);
		missing(after).stream().findFirst().ifPresent((image) -> {
			throw new CatalogProblemException("The catalog did not take '%s': %s".formatted(image.name(), report));
		});
		return after;
	}

	private List<StarterImage> missing(KnownImages known) {
		return this.images.stream().filter((image) -> known.isMissing(image.name())).toList();
	}

	private void complete(StarterImage image, JsonNode known) throws IOException {
		if (!known.path("state").asString().equalsIgnoreCase("DRAFT")) {
			return;
		}
		String path = "/api/v1/images/" + known.path("id").asString();
		if (known.path("artifact").isMissingNode() || known.path("artifact").isNull()) {
			Tarball tarball = Tarball.write(image, this.temporary);
			try {
				this.catalog.put(path + "/artifact?file=" + image.fileName(), tarball.sha256(),
						Upload.of(tarball, (far) -> this.console.tell(NAME, "uploading  " + image.name() + " " + far)));
			}
			finally {
				Files.deleteIfExists(tarball.file());
			}
		}
		this.catalog.post(path + "/transitions", Map.of("transition", "activate", "reason", REASON.get("reason")));
	}

}
