package cellar.catalog.caller;

/**
 * Whoever sent the request.
 *
 * @param name how rows and logs call them
 * @param insider whether they see drafts and what is not published
 */
public record Caller(String name, boolean insider) {

}
