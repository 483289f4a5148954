/**
 * A real PostgreSQL and a real S3 server as child processes of this JVM, on loopback.
 */
@NullMarked
package cellar.parts;

import org.jspecify.annotations.NullMarked;
