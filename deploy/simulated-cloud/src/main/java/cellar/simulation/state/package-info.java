/**
 * What the cloud remembers: on disk before it is acknowledged, or in memory only.
 */
@NullMarked
package cellar.simulation.state;

import org.jspecify.annotations.NullMarked;
