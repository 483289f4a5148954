/**
 * What of a service's work is traced, and what traces may tell.
 */
@NullMarked
package cellar.common.trace;

import org.jspecify.annotations.NullMarked;
