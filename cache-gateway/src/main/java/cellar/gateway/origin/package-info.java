/**
 * Where objects come from: S3-compatible stores and plain HTTP servers, asked once and
 * never silently again.
 */
@NullMarked
package cellar.gateway.origin;

import org.jspecify.annotations.NullMarked;
