/**
 * HTTP as clients see it, over what the cache finds.
 */
@NullMarked
package cellar.gateway.delivery;

import org.jspecify.annotations.NullMarked;
