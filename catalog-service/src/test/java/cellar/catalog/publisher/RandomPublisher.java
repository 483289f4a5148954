package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.Api;
import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes and publishes at random, and remembers what each publication has to show.
 */
class RandomPublisher {

	private static final JsonMapper JSON = new JsonMapper();

	private final Publishing publishing;

	private final Random random;

	private final Api api;

	private final Map<Long, Map<String, String>> frozen = new HashMap<>();

	private final List<Long> wentLive = new ArrayList<>();

	RandomPublisher(Publishing publishing, Random random) {
		this.publishing = publishing;
		this.random = random;
		this.api = publishing.api();
	}

	String step() {
		return switch (this.random.nextInt(10)) {
			case 0, 1 -> "add " + this.publishing.addImage();
			case 2 -> change();
			case 3 -> moveOn();
			case 4, 5 -> order();
			case 6 -> rollBack();
			case 7, 8 -> publishWithFaults();
			default -> {
				this.publishing.repair(Publishing.NO_GATEWAYS).repair();
				yield "repair";
			}
		};
	}

	/**
	 * Publishes all that is under way, undisturbed.
	 */
	void finishAll() {
		order();
		long newest = this.frozen.keySet().stream().max(Long::compare).orElseThrow();
		this.publishing.publish(newest);
		assertThat(this.publishing.live()).isEqualTo(newest);
		this.wentLive.add(newest);
	}

	void assertReadersSeeWholePublications(String what) {
		Set<Long> seen = new HashSet<>();
		for (String name : List.of("catalog.json", "catalog")) {
			JsonNode catalog = JSON.readTree(this.publishing.pointer(name));
			long serial = catalog.path("serial").asLong();
			seen.add(serial);
			assertThat(shown(catalog)).as(what).isEqualTo(this.frozen.get(serial));
		}
		for (String pointer : Publishing.POINTERS) {
			assertThat(this.publishing.shownBy(pointer, this.frozen.keySet())).as("%s: %s", what, pointer).isNotEmpty();
		}
		long live = this.publishing.live();
		assertThat(seen).as(what).allMatch((serial) -> serial >= live);
		Map<String, String> outside = images(this.api.as(null), "");
		assertThat(outside).as(what).isEqualTo(this.frozen.get(live));
	}

	void assertReadersSeeTheNewest() {
		long live = this.publishing.live();
		for (String pointer : Publishing.POINTERS) {
			assertThat(this.publishing.shownBy(pointer, Set.of(live))).as(pointer).containsExactly(live);
		}
	}

	private String change() {
		String id = anyImage();
		this.api.patch("/api/v1/images/" + id, "{\"notes\":\"%d\"}".formatted(this.random.nextInt()), "If-Match", "*")
			.expect(200);
		return "change " + id;
	}

	private String moveOn() {
		String id = anyImage();
		String transition = this.random.nextBoolean() ? "deprecate" : "obsolete";
		int status = this.api
			.post("/api/v1/images/" + id + "/transitions",
					"{\"transition\":\"%s\",\"reason\":\"test\"}".formatted(transition))
			.status();
		return transition + " " + id + ": " + status;
	}

	private String order() {
		long serial = this.publishing.order();
		this.frozen.put(serial, images(this.api, "&state=ACTIVE&state=DEPRECATED"));
		return "order " + serial;
	}

	private String rollBack() {
		long target = this.wentLive.get(this.random.nextInt(this.wentLive.size()));
		long serial = this.api.post("/api/v1/publications/" + target + "/rollback", "{\"reason\":\"test\"}")
			.expect(202)
			.json()
			.path("serial")
			.asLong();
		this.frozen.put(serial, Objects.requireNonNull(this.frozen.get(target)));
		return "roll back to " + target + " as " + serial;
	}

	private String publishWithFaults() {
		long newest = this.frozen.keySet().stream().max(Long::compare).orElseThrow();
		long serial = newest - this.random.nextInt(2);
		int fatal = 1 + this.random.nextInt(80);
		boolean afterwards = this.random.nextBoolean();
		boolean deaf = this.random.nextInt(4) == 0;
		Gateways gateways = (prefixes) -> {
			if (deaf) {
				throw new GatewayException("deaf");
			}
		};
		String how = "publish %d, dies %s call %d%s".formatted(serial, afterwards ? "after" : "before", fatal,
				deaf ? ", deaf gateway" : "");
		try {
			this.publishing.publisher(new FaultyStore(this.publishing.store(), fatal, afterwards), gateways)
				.publish(serial);
		}
		catch (FaultyStore.CrashException | GatewayException ex) {
			return how + ": " + ex;
		}
		long live = this.publishing.live();
		if (!this.wentLive.contains(live)) {
			this.wentLive.add(live);
		}
		return how;
	}

	private String anyImage() {
		JsonNode items = this.api.get("/api/v1/images?state=ACTIVE&state=DEPRECATED&size=500").json().path("items");
		return items.path(this.random.nextInt(items.size())).path("id").asString();
	}

	private static Map<String, String> images(Api caller, String query) {
		Map<String, String> images = new TreeMap<>();
		caller.get("/api/v1/images?size=500" + query)
			.expect(200)
			.json()
			.path("items")
			.forEach((image) -> images.put(image.path("id").asString(),
					image.path("state").asString() + " " + image.path("notes").asString("")));
		return images;
	}

	private static Map<String, String> shown(JsonNode catalog) {
		Map<String, String> images = new TreeMap<>();
		catalog.path("images")
			.forEach((image) -> images.put(image.path("id").asString(),
					image.path("state").asString().toUpperCase(Locale.ROOT) + " " + image.path("notes").asString("")));
		return images;
	}

}
