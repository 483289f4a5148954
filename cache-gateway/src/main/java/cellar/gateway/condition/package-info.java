/**
 * Conditional requests (RFC 9110, 13): which version of an object is wanted.
 */
@NullMarked
package cellar.gateway.condition;

import org.jspecify.annotations.NullMarked;
