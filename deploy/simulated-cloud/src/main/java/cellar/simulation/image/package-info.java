/**
 * The machine images that the cloud knows.
 */
@NullMarked
package cellar.simulation.image;

import org.jspecify.annotations.NullMarked;
