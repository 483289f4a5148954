/**
 * What two services must agree on, one small package each.
 */
@NullMarked
package cellar.common;

import org.jspecify.annotations.NullMarked;
