/**
 * Which of several answers for one object a request selects (RFC 9111, 4.1).
 */
@NullMarked
package cellar.gateway.variant;

import org.jspecify.annotations.NullMarked;
