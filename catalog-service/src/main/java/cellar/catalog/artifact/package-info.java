/**
 * The files of images on their way into the object store.
 */
@NullMarked
package cellar.catalog.artifact;

import org.jspecify.annotations.NullMarked;
