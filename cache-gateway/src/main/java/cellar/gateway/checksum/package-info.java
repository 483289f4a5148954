/**
 * What a body must come to, computed from all of it or from its parts.
 */
@NullMarked
package cellar.gateway.checksum;

import org.jspecify.annotations.NullMarked;
