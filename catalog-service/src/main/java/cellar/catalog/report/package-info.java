/**
 * The reports of imports: what became of each entry, and why.
 */
@NullMarked
package cellar.catalog.report;

import org.jspecify.annotations.NullMarked;
