/**
 * A real PostgreSQL and a real S3 server as processes of their own, on loopback.
 */
@NullMarked
package cellar.parts;

import org.jspecify.annotations.NullMarked;
