/**
 * What is said of an image: its fields, the forms they may have, and where it came from.
 */
@NullMarked
package cellar.catalog.description;

import org.jspecify.annotations.NullMarked;
