/**
 * Imports of catalogs that others wrote: asked for, waiting, under way or finished.
 */
@NullMarked
package cellar.catalog.intake;

import org.jspecify.annotations.NullMarked;
