/**
 * Publications that wait for their time.
 */
@NullMarked
package cellar.catalog.agenda;

import org.jspecify.annotations.NullMarked;
