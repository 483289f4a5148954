/**
 * Who may do what in the catalog, and who sees what is not published.
 */
@NullMarked
package cellar.catalog.access;

import org.jspecify.annotations.NullMarked;
