/**
 * One request to an origin over the wire, and its answer, read as strictly as bytes need
 * that are going to be stored.
 */
@NullMarked
package cellar.gateway.exchange;

import org.jspecify.annotations.NullMarked;
