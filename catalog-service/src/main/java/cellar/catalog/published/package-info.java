/**
 * What outsiders see of images: the live publication and nothing later.
 */
@NullMarked
package cellar.catalog.published;

import org.jspecify.annotations.NullMarked;
