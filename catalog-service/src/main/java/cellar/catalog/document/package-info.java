/**
 * Pure renderers of one snapshot into the documents of a publication.
 */
@NullMarked
package cellar.catalog.document;

import org.jspecify.annotations.NullMarked;
