/**
 * The parts of the stack as processes: started in the order of their needs, watched, and
 * stopped in reverse.
 */
@NullMarked
package cellar.stack.part;

import org.jspecify.annotations.NullMarked;
