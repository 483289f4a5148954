/**
 * Who is calling, as far as features care.
 */
@NullMarked
package cellar.catalog.caller;

import org.jspecify.annotations.NullMarked;
