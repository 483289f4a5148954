/**
 * Takes objects away from readers without losing them.
 */
@NullMarked
package cellar.catalog.revocation;

import org.jspecify.annotations.NullMarked;
