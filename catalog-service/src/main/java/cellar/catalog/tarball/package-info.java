/**
 * Reads a tarball member by member and tells what a client of eustore finds in it. It is
 * stricter than libraries, which drop a leading slash, or keep a header of any size in
 * memory, before anybody can refuse it.
 */
@NullMarked
package cellar.catalog.tarball;

import org.jspecify.annotations.NullMarked;
