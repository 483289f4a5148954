/**
 * The keys that publications are signed with.
 */
@NullMarked
package cellar.catalog.signature;

import org.jspecify.annotations.NullMarked;
