package cellar.catalog.layout;

/**
 * A member of a tarball that clients make use of.
 *
 * @param path where it stands, with neither an empty segment nor a dot segment
 * @param role what clients take it for
 * @param size bytes once it is unpacked
 */
public record Member(String path, Role role, long size) {

}
