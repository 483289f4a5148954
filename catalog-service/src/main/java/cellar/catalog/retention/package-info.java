/**
 * How long the content of old publications is kept, and how it goes.
 */
@NullMarked
package cellar.catalog.retention;

import org.jspecify.annotations.NullMarked;
