/**
 * Public halves of SSH keys under a name.
 */
@NullMarked
package cellar.simulation.keypair;

import org.jspecify.annotations.NullMarked;
