/**
 * Processes of this machine: how they are named for certain, started and ended.
 */
@NullMarked
package cellar.stack.process;

import org.jspecify.annotations.NullMarked;
