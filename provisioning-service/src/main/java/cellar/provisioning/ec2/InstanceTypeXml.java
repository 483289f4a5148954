package cellar.provisioning.ec2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The list of instance types as XML: read in the form of Eucalyptus, written in the form
 * of EC2. Document types and external entities are not read.
 */
final class InstanceTypeXml {

	private static final XMLInputFactory INPUT = input();

	private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

	private InstanceTypeXml() {
	}

	private static XMLInputFactory input() {
		XMLInputFactory input = XMLInputFactory.newDefaultFactory();
		input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		input.setProperty(XMLInputFactory.IS_COALESCING, true);
		return input;
	}

	/**
	 * Reads the instance types of Eucalyptus.
	 * @param document the XML
	 * @return the texts of each type by the names of their elements, or nothing where the
	 * document is not in the form of Eucalyptus
	 * @throws XMLStreamException if the document is not well-formed
	 */
	static Optional<List<Map<String, String>>> read(byte[] document) throws XMLStreamException {
		XMLStreamReader xml = INPUT.createXMLStreamReader(new ByteArrayInputStream(document));
		try {
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT
						&& xml.getLocalName().equals("instanceTypeDetails")) {
					return Optional.of(types(xml));
				}
			}
			return Optional.empty();
		}
		finally {
			xml.close();
		}
	}

	private static List<Map<String, String>> types(XMLStreamReader xml) throws XMLStreamException {
		List<Map<String, String>> types = new ArrayList<>();
		while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
			types.add(type(xml));
		}
		return types;
	}

	private static Map<String, String> type(XMLStreamReader xml) throws XMLStreamException {
		Map<String, String> texts = new HashMap<>();
		while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
			texts.put(xml.getLocalName(), text(xml));
		}
		return texts;
	}

	private static String text(XMLStreamReader xml) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int depth = 1;
		while (depth > 0) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> depth++;
				case XMLStreamConstants.END_ELEMENT -> depth--;
				// What lies deeper, such as lists of zones, is passed over.
				case XMLStreamConstants.CHARACTERS -> text.append((depth == 1) ? xml.getText() : "");
				default -> {
				}
			}
		}
		return text.toString().strip();
	}

	/**
	 * Writes instance types for the SDK.
	 * @param types the texts of each type by the names that Eucalyptus gives them
	 * @return the XML, in UTF-8
	 * @throws XMLStreamException if the document cannot be written
	 */
	static byte[] write(List<Map<String, String>> types) throws XMLStreamException {
		ByteArrayOutputStream document = new ByteArrayOutputStream();
		XMLStreamWriter xml = OUTPUT.createXMLStreamWriter(document, StandardCharsets.UTF_8.name());
		xml.writeStartElement("DescribeInstanceTypesResponse");
		xml.writeStartElement("instanceTypeSet");
		for (Map<String, String> type : types) {
			xml.writeStartElement("item");
			writeText(xml, type.getOrDefault("name", "0"), "instanceType");
			writeText(xml, type.getOrDefault("cpu", "0"), "vCpuInfo", "defaultVCpus");
			writeText(xml, type.getOrDefault("memory", "0"), "memoryInfo", "sizeInMiB");
			writeText(xml, type.getOrDefault("disk", "0"), "instanceStorageInfo", "totalSizeInGB");
			xml.writeEndElement();
		}
		xml.writeEndElement();
		xml.writeEndElement();
		xml.close();
		return document.toByteArray();
	}

	private static void writeText(XMLStreamWriter xml, String text, String... elements) throws XMLStreamException {
		for (String element : elements) {
			xml.writeStartElement(element);
		}
		xml.writeCharacters(text);
		for (int i = 0; i < elements.length; i++) {
			xml.writeEndElement();
		}
	}

}
