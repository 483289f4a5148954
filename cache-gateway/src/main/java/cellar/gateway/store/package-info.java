/**
 * The copies on local disk: found, opened for as long as somebody uses them, made durable
 * as they grow, kept within a bound, and deleted.
 */
@NullMarked
package cellar.gateway.store;

import org.jspecify.annotations.NullMarked;
