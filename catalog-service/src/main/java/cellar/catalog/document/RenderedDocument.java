package cellar.catalog.document;

/**
 * A document ready to be published.
 *
 * @param name its key in the site bucket
 * @param contentType its media type
 * @param content all bytes
 */
public record RenderedDocument(String name, String contentType, byte[] content) {

}
