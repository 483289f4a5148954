/**
 * How connections to origins are made, used again, and given up.
 */
@NullMarked
package cellar.gateway.connection;

import org.jspecify.annotations.NullMarked;
