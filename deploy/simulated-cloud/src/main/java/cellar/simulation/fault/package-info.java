/**
 * What was ordered to go wrong: slow, refused, throttled and lost replies.
 */
@NullMarked
package cellar.simulation.fault;

import org.jspecify.annotations.NullMarked;
