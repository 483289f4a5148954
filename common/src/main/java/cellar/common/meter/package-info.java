/**
 * What services measure alike.
 */
@NullMarked
package cellar.common.meter;

import org.jspecify.annotations.NullMarked;
