package cellar.catalog.publisher;

import java.util.List;

import org.springframework.stereotype.Component;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.gateway.ReadBack;

/**
 * Those who read the site bucket through gateways.
 */
@Component
class Readers {

	private final Gateways gateways;

	private final ReadBack readBack;

	Readers(Gateways gateways, ReadBack readBack) {
		this.gateways = gateways;
		this.readBack = readBack;
	}

	/**
	 * Makes sure that readers get what will never change. A bucket or a gateway that
	 * refuses them shows here, before any pointer has moved.
	 * @param serial the publication
	 * @param documents its documents
	 */
	void canRead(long serial, List<RenderedDocument> documents) {
		documents.forEach((document) -> this.readBack.check(document.immutableKey(serial), document.content()));
	}

	/**
	 * Makes readers see what the pointers show now.
	 * @param documents the documents that the pointers show
	 */
	void lookAgain(List<RenderedDocument> documents) {
		List<RenderedDocument> pointers = documents.stream().filter(RenderedDocument::isPointer).toList();
		this.gateways.purge(prefixes(pointers.stream().map(RenderedDocument::name).toList()));
		pointers.forEach((pointer) -> this.readBack.check(pointer.name(), pointer.content()));
	}

	/**
	 * Makes readers see that pointers are gone.
	 * @param names the pointers
	 */
	void forget(List<String> names) {
		if (!names.isEmpty()) {
			this.gateways.purge(prefixes(names));
		}
	}

	// None of them covers another.
	private static List<String> prefixes(List<String> names) {
		return names.stream()
			.filter((name) -> names.stream().noneMatch((other) -> !name.equals(other) && name.startsWith(other)))
			.toList();
	}

}
