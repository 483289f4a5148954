/**
 * Objects of S3-compatible stores: how they are addressed, how requests for them are
 * signed, and what checksums they have.
 */
@NullMarked
package cellar.gateway.s3;

import org.jspecify.annotations.NullMarked;
