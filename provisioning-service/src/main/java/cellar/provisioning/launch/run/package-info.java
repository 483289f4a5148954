/**
 * The steps that bring machines up, from a checked image to machines that can be used,
 * and never twice.
 */
@NullMarked
package cellar.provisioning.launch.run;

import org.jspecify.annotations.NullMarked;
