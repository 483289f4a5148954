/**
 * What a launch does to its cloud: the attempts to have machines made, the machines, and
 * everything else that may have to be taken back.
 */
@NullMarked
package cellar.provisioning.launch.effect;

import org.jspecify.annotations.NullMarked;
