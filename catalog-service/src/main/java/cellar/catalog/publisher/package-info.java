/**
 * Brings frozen publications before everybody, step by step, whatever dies on the way.
 */
@NullMarked
package cellar.catalog.publisher;

import org.jspecify.annotations.NullMarked;
