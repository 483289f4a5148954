/**
 * Tells whether a document is one that we have signed, and whether it is still good.
 */
@NullMarked
package cellar.catalog.verification;

import org.jspecify.annotations.NullMarked;
