package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Release;
import cellar.catalog.library.Life;
import cellar.catalog.signature.TestKeys;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.common.catalog.EustoreName;
import cellar.common.hash.HashFunction;
import cellar.common.test.eustore.WebAnswer;
import cellar.common.test.eustore.Website;

/**
 * A site with three images as it is published, without a network.
 */
final class PublishedWebsite implements Website {

	static final String NEWEST = "centos-lg-x86_64-20111228";

	static final String SEPARATE = "debian-multi-x86_64-20111201";

	static final String OLDEST = "centos-x86_64-20111110";

	private final String url;

	private final Map<String, byte[]> files = new HashMap<>();

	PublishedWebsite(String url) {
		this(url, Editions.of(
				image(NEWEST, "2011.12.28", true, "CentOS 5 4.5GB root, Single Kernel", "2011-12-28T12:34:26Z"),
				image(SEPARATE, "experimental-images", false, "Debian 6 25MB root, Hypervisor-Specific Kernels",
						"2011-12-01T08:00:00Z"),
				image(OLDEST, "2011.11.10", true, "CentOS 5 1.3GB root, Single Kernel", "2011-11-10T00:00:00Z")));
	}

	private PublishedWebsite(String url, Edition edition) {
		this.url = url;
		new Documents(new SiteProperties(null), TestKeys.both()).render(edition)
			.forEach((document) -> this.files.put(document.name(), document.content()));
		edition.images().forEach((image) -> this.files.putIfAbsent(image.url(), content(image.name())));
	}

	/**
	 * Makes a site with two images that have the content of the first one.
	 * @param url where it is
	 * @return the site
	 */
	static PublishedWebsite ofSharedContent(String url) {
		SnapshotImage first = image(NEWEST, "2011.12.28", true, "CentOS 5", "2011-12-28T12:34:26Z");
		SnapshotImage other = image(OLDEST, "2011.11.10", true, "The same", "2011-11-10T00:00:00Z");
		return new PublishedWebsite(url,
				Editions.of(first,
						new SnapshotImage(other.id(), other.about(), first.eustoreName(), other.releasedAt(),
								other.stamp(), other.state(), other.life(), first.key(), first.url(), first.size(),
								first.sha256(), first.md5())));
	}

	/**
	 * Puts another catalog in the place of ours, to see that clients have their faults.
	 */
	PublishedWebsite instead(String name, String from, String to) {
		String text = new String(this.files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
		this.files.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
		return this;
	}

	void damage(String name) {
		this.files.keySet()
			.stream()
			.filter((file) -> file.endsWith("/" + name + ".tgz"))
			.toList()
			.forEach((file) -> this.files.put(file, content("something else")));
	}

	static byte[] content(String name) {
		return (name + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
	}

	static String number(String name) {
		return EustoreName.ofMd5(HashFunction.MD5.hexOf(content(name))).value();
	}

	@Override
	public WebAnswer get(URI address, Map<String, String> headers) {
		String whole = address.toString();
		byte[] file = whole.startsWith(this.url) ? this.files.get(whole.substring(this.url.length())) : null;
		if (file == null) {
			return new WebAnswer(404, Map.of(), new byte[0]);
		}
		return new WebAnswer(200, Map.of("content-length", Integer.toString(file.length)), file);
	}

	private static SnapshotImage image(String name, String version, boolean single, String description, String date) {
		byte[] content = content(name);
		ImageDescription about = new ImageDescription(name, name.substring(0, 6), Architecture.X86_64, version,
				description, List.of("xen", "kvm"), "paravirtual", single, name.substring(0, 6) + "-based", "", null,
				null, null, List.of(), Map.of());
		String key = name + "/" + new UUID(0, 1) + "/" + name + ".tgz";
		Instant released = Instant.parse(date);
		return new SnapshotImage(UUID.nameUUIDFromBytes(content), about, number(name), released,
				Release.stampOf(released), "ACTIVE", Life.UNTOUCHED, key, "starter-emis/" + key, content.length,
				HashFunction.SHA_256.hexOf(content), HashFunction.MD5.hexOf(content));
	}

}
