/**
 * Where clients connect: the sockets that are listened on, in the clear and with TLS.
 */
@NullMarked
package cellar.gateway.port;

import org.jspecify.annotations.NullMarked;
