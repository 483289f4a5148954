/**
 * What is in the cache, in memory: found by key, weighed against a bound, and given up in
 * an order that scans do not spoil.
 */
@NullMarked
package cellar.gateway.index;

import org.jspecify.annotations.NullMarked;
