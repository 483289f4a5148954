/**
 * Our two buckets: made where they are missing, readable as configured, and watched.
 */
@NullMarked
package cellar.catalog.bucket;

import org.jspecify.annotations.NullMarked;
