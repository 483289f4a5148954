/**
 * Header fields, and those of HTTP that more than one module reads.
 */
@NullMarked
package cellar.gateway.header;

import org.jspecify.annotations.NullMarked;
