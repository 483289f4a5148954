/**
 * Where the slots of channels lead.
 */
@NullMarked
package cellar.catalog.pointer;

import org.jspecify.annotations.NullMarked;
