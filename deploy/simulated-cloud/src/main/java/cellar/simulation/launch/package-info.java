/**
 * How a request becomes new machines, as far as there is room for them.
 */
@NullMarked
package cellar.simulation.launch;

import org.jspecify.annotations.NullMarked;
