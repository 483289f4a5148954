/**
 * Decides how a request is answered: from a copy, from the origin, or from both; and has
 * what is missing or stale fetched once for everybody who waits.
 */
@NullMarked
package cellar.gateway.cache;

import org.jspecify.annotations.NullMarked;
