/**
 * Fetches what is missing or stale, once for everybody who waits for it, and stores it.
 */
@NullMarked
package cellar.gateway.fetch;

import org.jspecify.annotations.NullMarked;
