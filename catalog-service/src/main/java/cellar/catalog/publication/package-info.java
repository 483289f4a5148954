/**
 * Publications: from a frozen snapshot to documents that everybody reads.
 */
@NullMarked
package cellar.catalog.publication;

import org.jspecify.annotations.NullMarked;
