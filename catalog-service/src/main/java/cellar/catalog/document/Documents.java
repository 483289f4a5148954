package cellar.catalog.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cellar.catalog.signature.Signatures;

/**
 * Everything that one publication consists of.
 */
@Component
public class Documents {

	private final EustoreCatalogs catalogs = new EustoreCatalogs();

	private final Checksums checksums = new Checksums();

	private final SimpleStreams streams = new SimpleStreams();

	private final ChangeFeed feed;

	private final PublicKeys publicKeys = new PublicKeys();

	private final CatalogPage page;

	private final StyleSheet style = new StyleSheet();

	private final CatalogSchema schema = new CatalogSchema();

	private final Signatures signatures;

	Documents(SiteProperties site, Signatures signatures) {
		this.feed = new ChangeFeed(site.address());
		this.page = new CatalogPage(site.address(), signatures.keys());
		this.signatures = signatures;
	}

	/**
	 * Renders the documents that readers find under fixed names, with a signature beside
	 * each that programs read.
	 * @param edition what to render
	 * @return the documents, in no particular order
	 */
	public List<RenderedDocument> render(Edition edition) {
		List<RenderedDocument> documents = new ArrayList<>();
		documents.add(this.catalogs.readable(edition));
		documents.add(this.catalogs.numbered(edition));
		documents.add(this.checksums.render(edition));
		documents.addAll(this.streams.render(edition));
		List.copyOf(documents).forEach((document) -> documents.addAll(signatures(document)));
		documents.add(this.feed.render(edition));
		documents.add(this.page.render(edition, this.style.sheet()));
		this.publicKeys.render(this.signatures.keys())
			.stream()
			.filter(RenderedDocument::isPointer)
			.forEach(documents::add);
		return documents;
	}

	/**
	 * Returns what the documents refer to, under names that never get other content.
	 * @return the assets
	 */
	public List<RenderedDocument> assets() {
		return Stream
			.concat(Stream.of(this.style.sheet(), this.schema.schema()),
					this.publicKeys.render(this.signatures.keys()).stream().filter((key) -> !key.isPointer()))
			.toList();
	}

	private List<RenderedDocument> signatures(RenderedDocument document) {
		return this.signatures.of(document.content())
			.stream()
			.map((made) -> document.signedBy(made.first() ? null : made.keyId(), made.bytes()))
			.toList();
	}

}
