/**
 * Decides how a request is answered: from a copy, from the origin, or from both.
 */
@NullMarked
package cellar.gateway.cache;

import org.jspecify.annotations.NullMarked;
