/**
 * The sizes that machines come in.
 */
@NullMarked
package cellar.simulation.instancetype;

import org.jspecify.annotations.NullMarked;
