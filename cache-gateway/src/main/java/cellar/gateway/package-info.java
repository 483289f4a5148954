/**
 * The cache gateway: serves published objects from a disk cache in front of the object
 * store.
 */
@NullMarked
package cellar.gateway;

import org.jspecify.annotations.NullMarked;
