/**
 * What a client asks for: whether it may be asked for, and of which object.
 */
@NullMarked
package cellar.gateway.request;

import org.jspecify.annotations.NullMarked;
