/**
 * One version of an object at its origin, of which no byte of another is ever given.
 */
@NullMarked
package cellar.gateway.version;

import org.jspecify.annotations.NullMarked;
