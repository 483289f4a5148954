/**
 * Named sets of rules about what may reach a machine.
 */
@NullMarked
package cellar.simulation.securitygroup;

import org.jspecify.annotations.NullMarked;
