/**
 * The origins that are configured.
 */
@NullMarked
package cellar.gateway.upstream;

import org.jspecify.annotations.NullMarked;
