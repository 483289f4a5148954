/**
 * The one region and its zones.
 */
@NullMarked
package cellar.simulation.zone;

import org.jspecify.annotations.NullMarked;
