package cellar.catalog.document;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import cellar.catalog.snapshot.SnapshotImage;

/**
 * The checksums of all artifacts as {@code sha256sum -c} reads them. It skips the lines
 * that tell which publication this is.
 */
class Checksums {

	RenderedDocument render(Edition edition) {
		StringBuilder text = new StringBuilder(256 + edition.images().size() * 192);
		text.append("# serial: ").append(edition.serial()).append('\n');
		text.append("# published: ").append(edition.frozenAt()).append('\n');
		text.append("# expires: ").append(edition.expiresAt()).append('\n');
		Set<String> urls = new TreeSet<>();
		for (SnapshotImage image : edition.images()) {
			// Images of the same content share it.
			if (urls.add(image.url())) {
				text.append(image.sha256()).append("  ").append(image.url()).append('\n');
			}
		}
		return new RenderedDocument("SHA256SUMS", "text/plain; charset=utf-8",
				text.toString().getBytes(StandardCharsets.UTF_8));
	}

}
