package cellar.catalog.publisher;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.document.RenderedDocument;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.publication.Arrivals;
import cellar.catalog.publication.PublicationProgress;
import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders publications and publishes them, each time with a new publisher, as after a
 * restart.
 *
 * @param environment knows the port of the service
 * @param progress what became of publications
 * @param arrivals makes publications live
 * @param lock what publishers exclude each other with
 * @param images knows what was withdrawn
 * @param store where documents go
 * @param buckets where in the store
 */
record Publishing(Environment environment, PublicationProgress progress, Arrivals arrivals, PublisherLock lock,
		ImageIndex images, ObjectStore store, Buckets buckets) {

	static final List<String> POINTERS = List.of("SHA256SUMS", "catalog", "catalog.json", "feed.atom",
			"keys/index.json", "streams/v1/images.json", "streams/v1/index.json", "index.html");

	private static final Set<PublicationState> SETTLED = EnumSet.of(PublicationState.SUPERSEDED,
			PublicationState.ABANDONED);

	static final Gateways NO_GATEWAYS = (prefixes) -> {
	};

	void publishSomething() {
		if (total() == 0) {
			addImage();
		}
		publish(order());
	}

	long order() {
		return api().post("/api/v1/publications", "{\"reason\":\"test\"}").expect(202).json().path("serial").asLong();
	}

	void publish(long serial) {
		publisher(this.store, NO_GATEWAYS).publish(serial);
	}

	Publisher publisher(ObjectStore used, Gateways gateways, PublicationObserver... observers) {
		return publisher(used, readers(gateways), observers);
	}

	Publisher publisher(ObjectStore used, Readers readers, PublicationObserver... observers) {
		ArtifactCheck artifacts = new ArtifactCheck(used, this.buckets, Clock.systemUTC());
		return new Publisher(this.progress, this.arrivals, this.lock,
				new PublicationChecks(artifacts, this.images, this.buckets), new SiteBucket(used, this.buckets),
				readers, List.of(observers));
	}

	PointerRepair repair(Gateways gateways) {
		return new PointerRepair(this.progress, this.lock, new SiteBucket(this.store, this.buckets), readers(gateways));
	}

	/**
	 * Makes readers of gateways that keep nothing.
	 */
	private Readers readers(Gateways gateways) {
		return new Readers(gateways,
				(key, content) -> assertThat(this.store.get(this.buckets.site(), key)).as(key).isEqualTo(content));
	}

	JsonNode publication(Object serial) {
		return api().get("/api/v1/publications/" + serial).expect(200).json();
	}

	long live() {
		return publication("live").path("serial").asLong();
	}

	PublicationState state(long serial) {
		return this.progress.state(serial);
	}

	private int total() {
		return api().get("/api/v1/publications").expect(200).json().path("total").asInt();
	}

	/**
	 * Adds an image to the catalog, whose artifact is the first 36 characters of its key.
	 * @return the key of the artifact
	 */
	String addImage() {
		String name = UUID.randomUUID().toString();
		return api().activeImage(name, name.getBytes(StandardCharsets.UTF_8))
			.path("artifact")
			.path("url")
			.asString()
			.substring(this.buckets.images().length() + 1);
	}

	void assertReadersSeeOneOf(Long... serials) {
		for (String pointer : POINTERS) {
			byte[] seen = this.store.get(this.buckets.site(), pointer);
			assertThat(Arrays.stream(serials)).as(pointer)
				.anyMatch((serial) -> Arrays.equals(document(serial, pointer), seen));
		}
	}

	byte[] pointer(String name) {
		return Objects.requireNonNull(this.store.get(this.buckets.site(), name));
	}

	/**
	 * Finds the publications that readers of a pointer may believe to see.
	 * @param pointer the pointer
	 * @param serials the publications to look at, of which older ones than the live one
	 * are passed over
	 * @return those whose document it shows
	 */
	List<Long> shownBy(String pointer, Set<Long> serials) {
		long live = live();
		byte[] seen = pointer(pointer);
		return serials.stream()
			.filter((serial) -> serial >= live && Arrays.equals(document(serial, pointer), seen))
			.toList();
	}

	byte[] document(long serial, String name) {
		if (!SETTLED.contains(this.progress.state(serial))) {
			return this.progress.documents(serial)
				.stream()
				.filter((document) -> document.name().equals(name))
				.map(RenderedDocument::content)
				.findFirst()
				.orElseThrow();
		}
		return Objects.requireNonNull(this.store.get(this.buckets.site(), "p/" + serial + "/" + name));
	}

	Api api() {
		return new Api(this.environment.getRequiredProperty("local.server.port", Integer.class), "operator");
	}

}
