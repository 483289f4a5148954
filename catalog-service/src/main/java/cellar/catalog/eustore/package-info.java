/**
 * Catalogs in the format of eustore that others wrote, read entry by entry.
 */
@NullMarked
package cellar.catalog.eustore;

import org.jspecify.annotations.NullMarked;
