/**
 * Has what is missing or stale fetched once for everybody who waits for it, and stored.
 */
@NullMarked
package cellar.gateway.fetch;

import org.jspecify.annotations.NullMarked;
