/**
 * Which object of which origin a URL means.
 */
@NullMarked
package cellar.gateway.route;

import org.jspecify.annotations.NullMarked;
