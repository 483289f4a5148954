/**
 * What nobody but the owner of the data directory may read.
 */
@NullMarked
package cellar.stack.secret;

import org.jspecify.annotations.NullMarked;
