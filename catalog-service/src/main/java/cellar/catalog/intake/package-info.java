/**
 * Imports of catalogs that others wrote, entry by entry.
 */
@NullMarked
package cellar.catalog.intake;

import org.jspecify.annotations.NullMarked;
