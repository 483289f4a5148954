/**
 * How a test or an operator looks inside and orders faults, as JSON over HTTP.
 */
@NullMarked
package cellar.simulation.control;

import org.jspecify.annotations.NullMarked;
