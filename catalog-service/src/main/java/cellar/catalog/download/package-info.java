/**
 * Files of imported entries on their way here: waiting, being fetched, kept or given up.
 */
@NullMarked
package cellar.catalog.download;

import org.jspecify.annotations.NullMarked;
