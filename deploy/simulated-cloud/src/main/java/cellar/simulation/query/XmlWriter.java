package cellar.simulation.query;

import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes XML the way EC2 lays it out: no attributes, lists as {@code item} elements.
 */
public final class XmlWriter {

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamWriter out;

	private XmlWriter(XMLStreamWriter out) {
		this.out = out;
	}

	static String document(String root, @Nullable String namespace, Consumer<XmlWriter> content) {
		StringWriter target = new StringWriter();
		try {
			XMLStreamWriter out = FACTORY.createXMLStreamWriter(target);
			out.writeStartDocument("UTF-8", "1.0");
			out.writeStartElement(root);
			if (namespace != null) {
				out.writeDefaultNamespace(namespace);
			}
			content.accept(new XmlWriter(out));
			out.writeEndDocument();
			out.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("Memory can always be written to", ex);
		}
		return target.toString();
	}

	/**
	 * Writes an element with text, or none at all where there is no value.
	 * @param name the element
	 * @param value the text
	 */
	public void text(String name, @Nullable Object value) {
		if (value != null) {
			element(name, () -> characters(value.toString()));
		}
	}

	/**
	 * Writes text into the element that is open, escaped as XML needs it.
	 * @param text the text, of characters that XML can carry
	 */
	public void characters(String text) {
		write(() -> this.out.writeCharacters(text));
	}

	/**
	 * Writes an element, be it empty.
	 * @param name the element
	 * @param content writes what is in it
	 */
	public void element(String name, Runnable content) {
		write(() -> this.out.writeStartElement(name));
		content.run();
		write(this.out::writeEndElement);
	}

	/**
	 * Writes a list, be it empty: an element with one {@code item} for each.
	 * @param name the element
	 * @param items what is listed
	 * @param content writes what is in an {@code item}
	 * @param <T> the kind of items
	 */
	public <T> void list(String name, Iterable<T> items, Consumer<T> content) {
		element(name, () -> items.forEach((item) -> element("item", () -> content.accept(item))));
	}

	/**
	 * Writes the tags of a resource, or nothing where it has none.
	 * @param tags the tags
	 */
	public void tags(Map<String, String> tags) {
		if (!tags.isEmpty()) {
			list("tagSet", tags.entrySet(), (tag) -> {
				text("key", tag.getKey());
				text("value", tag.getValue());
			});
		}
	}

	private void write(Step step) {
		try {
			step.run();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("Memory can always be written to", ex);
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws XMLStreamException;

	}

}
