/**
 * Copies of objects on local disk: found, fetched once for everybody who waits, kept
 * within a bound, renewed, purged.
 */
@NullMarked
package cellar.gateway.cache;

import org.jspecify.annotations.NullMarked;
