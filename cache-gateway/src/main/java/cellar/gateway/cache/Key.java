package cellar.gateway.cache;

/**
 * What one entry is a copy of. Keys are compared whole, never by a digest.
 *
 * @param route the path of the route that leads to it
 * @param source the identity of its origin
 * @param object its name there
 */
public record Key(String route, String source, String object) {

}
