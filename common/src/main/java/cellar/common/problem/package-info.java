/**
 * The problem details (RFC 9457) that every service answers alike: invalid requests,
 * unknown paths, and the unexpected.
 */
@NullMarked
package cellar.common.problem;

import org.jspecify.annotations.NullMarked;
