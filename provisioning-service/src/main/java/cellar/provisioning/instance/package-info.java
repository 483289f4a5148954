/**
 * Instances as EC2 describes them: what can be run, what is asked for, and what comes of
 * it.
 */
@NullMarked
package cellar.provisioning.instance;

import org.jspecify.annotations.NullMarked;
