/**
 * Whether a call was signed with the right secret key, a short while ago, and arrived
 * unchanged.
 */
@NullMarked
package cellar.simulation.signature;

import org.jspecify.annotations.NullMarked;
