/**
 * The files of the cache: one for each version of an object, sparse while slices are
 * missing, and able to tell by itself what it holds.
 */
@NullMarked
package cellar.gateway.disk;

import org.jspecify.annotations.NullMarked;
