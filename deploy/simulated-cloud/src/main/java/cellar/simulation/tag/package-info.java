/**
 * Tags on whatever can carry them.
 */
@NullMarked
package cellar.simulation.tag;

import org.jspecify.annotations.NullMarked;
