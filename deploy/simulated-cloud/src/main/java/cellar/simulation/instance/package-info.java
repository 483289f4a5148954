/**
 * Machines from their launch until they are forgotten.
 */
@NullMarked
package cellar.simulation.instance;

import org.jspecify.annotations.NullMarked;
