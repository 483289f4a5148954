/**
 * How long tasks wait that failed because something else is down.
 */
@NullMarked
package cellar.catalog.retry;

import org.jspecify.annotations.NullMarked;
