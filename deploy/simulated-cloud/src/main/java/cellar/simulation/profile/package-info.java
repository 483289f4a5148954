/**
 * Which kind of cloud is simulated, and what such a cloud knows.
 */
@NullMarked
package cellar.simulation.profile;

import org.jspecify.annotations.NullMarked;
