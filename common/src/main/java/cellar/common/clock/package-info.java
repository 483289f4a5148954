/**
 * The time that services go by.
 */
@NullMarked
package cellar.common.clock;

import org.jspecify.annotations.NullMarked;
