package cellar.catalog.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import cellar.common.hash.HashFunction;

/**
 * The style sheet of the page, under a name that follows from its content.
 */
class StyleSheet {

	private static final int HASH_LENGTH = 16;

	private final RenderedDocument sheet;

	StyleSheet() {
		byte[] content = read();
		this.sheet = new RenderedDocument(nameOf(content), "text/css; charset=utf-8", content);
	}

	static String nameOf(byte[] content) {
		return RenderedDocument.ASSETS + "page-" + HashFunction.SHA_256.hexOf(content).substring(0, HASH_LENGTH)
				+ ".css";
	}

	RenderedDocument sheet() {
		return this.sheet;
	}

	private static byte[] read() {
		try (InputStream stream = StyleSheet.class.getClassLoader().getResourceAsStream("page/page.css")) {
			return Objects.requireNonNull(stream, "page/page.css").readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
