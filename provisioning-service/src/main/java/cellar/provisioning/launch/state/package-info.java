/**
 * What is known about a launch, written down before anybody acts on it.
 */
@NullMarked
package cellar.provisioning.launch.state;

import org.jspecify.annotations.NullMarked;
