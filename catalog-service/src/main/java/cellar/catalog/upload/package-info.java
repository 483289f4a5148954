/**
 * The record of uploads: what is on its way into the store, and what has to be removed.
 */
@NullMarked
package cellar.catalog.upload;

import org.jspecify.annotations.NullMarked;
