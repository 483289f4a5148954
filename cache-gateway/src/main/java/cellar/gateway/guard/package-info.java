/**
 * What keeps an origin from being asked too much at a time, and from being asked at all
 * while it fails.
 */
@NullMarked
package cellar.gateway.guard;

import org.jspecify.annotations.NullMarked;
