/**
 * The EC2 Query protocol: form parameters in, XML out, unknown parameters refused.
 */
@NullMarked
package cellar.simulation.query;

import org.jspecify.annotations.NullMarked;
