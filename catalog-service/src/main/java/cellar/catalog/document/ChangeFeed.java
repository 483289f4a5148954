package cellar.catalog.document;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * What publications changed, as an Atom feed (RFC 4287) for people and their readers.
 */
class ChangeFeed {

	private static final String NAME = "feed.atom";

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	/** So many names of a kind tell enough. */
	private static final int MAX_NAMES = 100;

	private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

	private final @Nullable String site;

	/**
	 * Creates a feed.
	 * @param publicUrl where clients find the catalog, if that is known
	 */
	ChangeFeed(@Nullable URI publicUrl) {
		String url = (publicUrl != null) ? publicUrl.toString() : null;
		this.site = (url == null || url.endsWith("/")) ? url : url + "/";
	}

	RenderedDocument render(Edition edition) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			XMLStreamWriter xml = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
			xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
			xml.setDefaultNamespace(ATOM);
			xml.writeStartElement(ATOM, "feed");
			xml.writeDefaultNamespace(ATOM);
			writeHead(xml, edition);
			for (Change change : edition.changes()) {
				writeEntry(xml, edition.siteId(), change);
			}
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("Could not write to memory", ex);
		}
		return new RenderedDocument(NAME, "application/atom+xml; charset=utf-8", bytes.toByteArray());
	}

	private void writeHead(XMLStreamWriter xml, Edition edition) throws XMLStreamException {
		write(xml, "id", "urn:uuid:" + edition.siteId());
		write(xml, "title", "Cellar: changes of the image catalog");
		write(xml, "updated", edition.frozenAt().toString());
		xml.writeStartElement(ATOM, "author");
		write(xml, "name", "Cellar");
		xml.writeEndElement();
		if (this.site != null) {
			writeLink(xml, "self", this.site + NAME);
			writeLink(xml, "alternate", this.site);
		}
	}

	private void writeEntry(XMLStreamWriter xml, UUID siteId, Change change) throws XMLStreamException {
		xml.writeStartElement(ATOM, "entry");
		write(xml, "id", "urn:uuid:" + entryId(siteId, change));
		write(xml, "title", "Publication " + change.serial() + ": " + change.reason());
		write(xml, "updated", change.at().toString());
		if (this.site != null) {
			writeLink(xml, "alternate", this.site + "p/" + change.serial() + "/catalog.json");
		}
		write(xml, "content", text(change));
		xml.writeEndElement();
	}

	private static String text(Change change) {
		StringBuilder text = new StringBuilder();
		append(text, "Added", change.diff().added());
		append(text, "Changed", change.diff().changed());
		append(text, "Removed", change.diff().removed());
		return text.isEmpty() ? "No image has changed." : text.toString();
	}

	private static void append(StringBuilder text, String what, List<String> names) {
		if (names.isEmpty()) {
			return;
		}
		int more = names.size() - MAX_NAMES;
		text.append(what)
			.append(": ")
			.append(String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES))))
			.append((more > 0) ? " and " + more + " more" : "")
			.append(". ");
	}

	private static void writeLink(XMLStreamWriter xml, String relation, String url) throws XMLStreamException {
		xml.writeEmptyElement(ATOM, "link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", url);
	}

	private static void write(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
		xml.writeStartElement(ATOM, element);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	// The same for ever, since readers know by it what they have seen.
	private static UUID entryId(UUID siteId, Change change) {
		return UUID.nameUUIDFromBytes((siteId + "/" + change.serial()).getBytes(StandardCharsets.UTF_8));
	}

}
