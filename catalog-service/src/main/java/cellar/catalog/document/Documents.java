package cellar.catalog.document;

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

	private final PublicKeys publicKeys = new PublicKeys();

	private final CatalogPage page;

	private final StyleSheet style = new StyleSheet();

	private final Signatures signatures;

	Documents(SiteProperties site, Signatures signatures) {
		this.page = new CatalogPage(site.address());
		this.signatures = signatures;
	}

	/**
	 * Renders the documents that readers find under fixed names, with a signature beside
	 * each that programs read.
	 * @param edition what to render
	 * @return the documents, in no particular order
	 */
	public List<RenderedDocument> render(Edition edition) {
		Stream<RenderedDocument> signed = Stream
			.of(this.catalogs.readable(edition), this.catalogs.numbered(edition), this.checksums.render(edition))
			.flatMap(this::withSignatures);
		Stream<RenderedDocument> others = Stream.concat(Stream.of(this.page.render(edition, this.style.sheet())),
				this.publicKeys.render(this.signatures.keys()).stream().filter(RenderedDocument::isPointer));
		return Stream.concat(signed, others).toList();
	}

	/**
	 * Returns what the documents refer to, under names that never get other content.
	 * @return the assets
	 */
	public List<RenderedDocument> assets() {
		return Stream
			.concat(Stream.of(this.style.sheet()),
					this.publicKeys.render(this.signatures.keys()).stream().filter((key) -> !key.isPointer()))
			.toList();
	}

	private Stream<RenderedDocument> withSignatures(RenderedDocument document) {
		return Stream.concat(Stream.of(document),
				this.signatures.of(document.content())
					.stream()
					.map((made) -> document.signedBy(made.first() ? null : made.keyId(), made.bytes())));
	}

}
