/**
 * Servers of others: what may be fetched from them, and how it is fetched.
 */
@NullMarked
package cellar.catalog.source;

import org.jspecify.annotations.NullMarked;
