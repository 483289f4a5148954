/**
 * Objects that are in the cache slice by slice: what can be read now, what is on its way,
 * and what to ask the origin for next.
 */
@NullMarked
package cellar.gateway.slice;

import org.jspecify.annotations.NullMarked;
