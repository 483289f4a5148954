/**
 * Finds what is in the store and nothing names any more, and removes it.
 */
@NullMarked
package cellar.catalog.collection;

import org.jspecify.annotations.NullMarked;
