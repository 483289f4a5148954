/**
 * How services reach an S3-compatible object store.
 */
@NullMarked
package cellar.common.store;

import org.jspecify.annotations.NullMarked;
