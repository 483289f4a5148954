/**
 * What can be asked and changed of one machine by the name of an attribute.
 */
@NullMarked
package cellar.simulation.attribute;

import org.jspecify.annotations.NullMarked;
