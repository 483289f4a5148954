/**
 * What is asked for: requests as they come, the rules that they must keep, and the orders
 * that come of them.
 */
@NullMarked
package cellar.provisioning.launch.order;

import org.jspecify.annotations.NullMarked;
