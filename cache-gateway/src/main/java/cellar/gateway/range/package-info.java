/**
 * Range requests (RFC 9110, 14): which parts of a body are wanted.
 */
@NullMarked
package cellar.gateway.range;

import org.jspecify.annotations.NullMarked;
