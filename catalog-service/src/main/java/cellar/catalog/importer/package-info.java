/**
 * Carries imports out: fetches catalogs, and makes their entries drafts.
 */
@NullMarked
package cellar.catalog.importer;

import org.jspecify.annotations.NullMarked;
