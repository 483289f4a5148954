/**
 * Refuses to start with settings that nothing reads.
 */
@NullMarked
package cellar.common.settings;

import org.jspecify.annotations.NullMarked;
