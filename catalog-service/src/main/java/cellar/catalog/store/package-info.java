/**
 * The object store: two buckets, and what may be done to their objects.
 */
@NullMarked
package cellar.catalog.store;

import org.jspecify.annotations.NullMarked;
