/**
 * The addresses that settings and requests may name.
 */
@NullMarked
package cellar.common.url;

import org.jspecify.annotations.NullMarked;
