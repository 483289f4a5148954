/**
 * Looks into the file of an image while its bytes pass: in constant memory, on no disk,
 * and without trusting a size or a name that it states.
 */
@NullMarked
package cellar.catalog.inspection;

import org.jspecify.annotations.NullMarked;
