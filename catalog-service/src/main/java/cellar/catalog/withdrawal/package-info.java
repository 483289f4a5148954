/**
 * Makes withdrawn images unreadable: at the store, at every gateway, and in what readers
 * see.
 */
@NullMarked
package cellar.catalog.withdrawal;

import org.jspecify.annotations.NullMarked;
