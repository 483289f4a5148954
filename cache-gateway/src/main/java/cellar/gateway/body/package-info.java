/**
 * Bodies of answers, read from copies, from passes that store them, or from the origin.
 */
@NullMarked
package cellar.gateway.body;

import org.jspecify.annotations.NullMarked;
