/**
 * Bodies on their way to a client, by copying or by the kernel.
 */
@NullMarked
package cellar.gateway.sending;

import org.jspecify.annotations.NullMarked;
