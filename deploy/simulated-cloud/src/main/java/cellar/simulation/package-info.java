/**
 * A strict EC2 on one machine: started inside a test, or as a process of its own.
 */
@NullMarked
package cellar.simulation;

import org.jspecify.annotations.NullMarked;
