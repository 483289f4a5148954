/**
 * The whole platform on one machine by one command.
 */
@NullMarked
package cellar.stack;

import org.jspecify.annotations.NullMarked;
