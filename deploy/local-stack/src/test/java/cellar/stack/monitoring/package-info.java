/**
 * Whether dashboards and alerts ask for what the services measure.
 */
@NullMarked
package cellar.stack.monitoring;

import org.jspecify.annotations.NullMarked;
