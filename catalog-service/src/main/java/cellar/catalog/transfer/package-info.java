/**
 * Files on their way into the store: one buffer, parts, checksums, signs of life.
 */
@NullMarked
package cellar.catalog.transfer;

import org.jspecify.annotations.NullMarked;
