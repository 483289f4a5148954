/**
 * Sees to it that nothing outlives the launcher, however that one dies, and that there is
 * one launcher per data directory.
 */
@NullMarked
package cellar.stack.watchdog;

import org.jspecify.annotations.NullMarked;
