/**
 * How much of a request is read before it is refused.
 */
@NullMarked
package cellar.common.request;

import org.jspecify.annotations.NullMarked;
