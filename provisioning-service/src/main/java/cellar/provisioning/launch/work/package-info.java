/**
 * The work on launches: who does it when, in which steps, and what may come of each step.
 */
@NullMarked
package cellar.provisioning.launch.work;

import org.jspecify.annotations.NullMarked;
