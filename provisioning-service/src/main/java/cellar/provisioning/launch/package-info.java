/**
 * Launches: each request becomes one machine or group of machines, exactly once, however
 * often this service or the connection to the cloud breaks in between.
 */
@NullMarked
package cellar.provisioning.launch;

import org.jspecify.annotations.NullMarked;
