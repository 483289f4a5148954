/**
 * What is asked of the cache, and what it says to it.
 */
@NullMarked
package cellar.gateway.lookup;

import org.jspecify.annotations.NullMarked;
