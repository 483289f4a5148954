/**
 * The numbers of the locks that all processes of the service share.
 */
@NullMarked
package cellar.catalog.lock;

import org.jspecify.annotations.NullMarked;
