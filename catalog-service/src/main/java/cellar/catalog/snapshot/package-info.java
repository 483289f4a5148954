/**
 * What the catalog offered at one moment, and how two such moments differ.
 */
@NullMarked
package cellar.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
