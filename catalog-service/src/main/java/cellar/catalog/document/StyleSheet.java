package cellar.catalog.document;

import cellar.common.hash.HashFunction;

/**
 * The style sheet of the page, under a name that follows from its content.
 */
class StyleSheet {

	private static final int HASH_LENGTH = 16;

	private final RenderedDocument sheet;

	StyleSheet() {
		byte[] content = ClassPathFile.read("page/page.css");
		this.sheet = new RenderedDocument(nameOf(content), "text/css; charset=utf-8", content);
	}

	static String nameOf(byte[] content) {
		return RenderedDocument.ASSETS + "page-" + HashFunction.SHA_256.hexOf(content).substring(0, HASH_LENGTH)
				+ ".css";
	}

	RenderedDocument sheet() {
		return this.sheet;
	}

}
