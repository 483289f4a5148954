package cellar.catalog.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.description.Architecture;
import cellar.catalog.library.ImageState;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.snapshot.SnapshotPointer;

/**
 * The catalog as simplestreams, which the tools of Ubuntu, Juju, MAAS and Incus read. A
 * product is what images of one system, version and architecture have in common; each of
 * them is a version of it, named after the time when it was made and after the image, so
 * that no other image is ever that version.
 */
class SimpleStreams {

	private static final String PRODUCTS = "streams/v1/images.json";

	private static final String CONTENT_ID = "cellar:images";

	private static final String DATATYPE = "image-downloads";

	// Readers take the first eight digits for the day, and compare the whole as text.
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter UPDATED = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

	private static final Comparator<SnapshotImage> OLDEST_FIRST = Comparator.comparing(SnapshotImage::releasedAt)
		.thenComparing(SnapshotImage::name);

	private final JsonMapper json = new JsonMapper();

	List<RenderedDocument> render(Edition edition) {
		Map<String, List<SnapshotImage>> products = edition.images()
			.stream()
			.collect(Collectors.groupingBy(SimpleStreams::product, TreeMap::new, Collectors.toList()));
		return List.of(index(edition, List.copyOf(products.keySet())), products(edition, products));
	}

	private RenderedDocument index(Edition edition, List<String> products) {
		String updated = UPDATED.format(edition.frozenAt());
		StreamDocument.Index index = new StreamDocument.Index("index:1.0", updated, edition.serial(),
				edition.expiresAt().toString(),
				Map.of(CONTENT_ID, new StreamDocument.Stream(DATATYPE, "products:1.0", PRODUCTS, products, updated)));
		return new RenderedDocument("streams/v1/index.json", "application/json", this.json.writeValueAsBytes(index));
	}

	private RenderedDocument products(Edition edition, Map<String, List<SnapshotImage>> products) {
		Map<UUID, List<String>> channels = edition.channels()
			.stream()
			.collect(Collectors.groupingBy(SnapshotPointer::imageId,
					Collectors.mapping((pointer) -> pointer.os() + "/" + pointer.channel(), Collectors.toList())));
		Map<String, StreamDocument.Product> rendered = new TreeMap<>();
		products.forEach((key, images) -> rendered.put(key, product(images, channels)));
		StreamDocument.Products document = new StreamDocument.Products("products:1.0", CONTENT_ID, DATATYPE,
				UPDATED.format(edition.frozenAt()), edition.serial(), edition.expiresAt().toString(), rendered);
		return new RenderedDocument(PRODUCTS, "application/json", this.json.writeValueAsBytes(document));
	}

	private static StreamDocument.Product product(List<SnapshotImage> images, Map<UUID, List<String>> channels) {
		List<SnapshotImage> ordered = new ArrayList<>(images);
		ordered.sort(OLDEST_FIRST);
		SnapshotImage newest = ordered.getLast();
		Map<String, StreamDocument.Version> versions = new TreeMap<>();
		for (SnapshotImage image : ordered) {
			versions.put(TIME.format(image.releasedAt()) + "-" + image.id().toString().substring(0, 8), version(image));
		}
		// An alias stands for the newest version, whatever the channel leads to.
		List<String> aliases = channels.getOrDefault(newest.id(), List.of());
		boolean supported = images.stream().anyMatch(SimpleStreams::isActive);
		return new StreamDocument.Product(architecture(newest), newest.about().os(), newest.about().version(),
				newest.about().description(), newest.about().version(), supported,
				aliases.isEmpty() ? null : String.join(",", new TreeSet<>(aliases)), versions);
	}

	private static StreamDocument.Version version(SnapshotImage image) {
		boolean archive = image.url().endsWith(".tgz") || image.url().endsWith(".tar.gz");
		String type = archive ? "tar.gz" : "disk1.img";
		return new StreamDocument.Version(isActive(image) ? "release" : image.state().toLowerCase(Locale.ROOT),
				image.name(),
				Map.of(type, new StreamDocument.Item(type, image.url(), image.size(), image.sha256(), image.md5())));
	}

	private static boolean isActive(SnapshotImage image) {
		return ImageState.ACTIVE.name().equals(image.state());
	}

	private static String product(SnapshotImage image) {
		return "cellar:" + image.about().os() + ":" + image.about().version() + ":" + architecture(image);
	}

	private static String architecture(SnapshotImage image) {
		Architecture architecture = image.about().architecture();
		return (architecture == Architecture.X86_64) ? "amd64" : architecture.label();
	}

}
