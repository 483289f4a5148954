/**
 * What is kept of an object beside its bytes.
 */
@NullMarked
package cellar.gateway.head;

import org.jspecify.annotations.NullMarked;
