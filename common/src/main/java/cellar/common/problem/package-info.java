/**
 * The problem details (RFC 9457) that every service answers alike: unreadable requests,
 * unknown paths, and the unexpected.
 */
@NullMarked
package cellar.common.problem;

import org.jspecify.annotations.NullMarked;
