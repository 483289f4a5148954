package cellar.stack.starter;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * The publications of the catalog.
 */
final class Publications {

	private static final String PATH = "/api/v1/publications";

	private static final Set<String> SETTLED = Set.of("LIVE", "ABANDONED", "SUPERSEDED");

	private final CatalogClient catalog;

	Publications(CatalogClient catalog) {
		this.catalog = catalog;
	}

	// Waits for one that was on its way when the stack was broken off.
	void awaitSettled() {
		for (JsonNode publication : this.catalog.get(PATH).path("items")) {
			this.catalog.settled(PATH + "/" + publication.path("serial").asString(), SETTLED);
		}
	}

	boolean hasLive() {
		for (JsonNode publication : this.catalog.get(PATH).path("items")) {
			if (isLive(publication)) {
				return true;
			}
		}
		return false;
	}

	// Tells whether one more would change anything.
	boolean isWorthwhile(Map<String, String> reason) {
		JsonNode diff = this.catalog.post(PATH + "?dryRun=true", reason).path("diff");
		return !hasLive() || diff.path("added").size() + diff.path("changed").size() + diff.path("removed").size() > 0;
	}

	long publish(Map<String, String> reason) {
		JsonNode publication = this.catalog.run(PATH, reason, SETTLED);
		if (!isLive(publication)) {
			throw new CatalogProblemException("The publication did not get through: " + publication);
		}
		return publication.path("serial").asLong();
	}

	private static boolean isLive(JsonNode publication) {
		return publication.path("state").asString().equals("LIVE");
	}

}
