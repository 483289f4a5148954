/**
 * Objects that come in one pass from their first byte to their last, because they must
 * not be asked for in parts.
 */
@NullMarked
package cellar.gateway.pass;

import org.jspecify.annotations.NullMarked;
