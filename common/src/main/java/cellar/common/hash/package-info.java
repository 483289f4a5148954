/**
 * The hash functions that files, tokens and documents are known by.
 */
@NullMarked
package cellar.common.hash;

import org.jspecify.annotations.NullMarked;
