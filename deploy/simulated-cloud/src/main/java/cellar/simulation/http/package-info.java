/**
 * Calls and replies over HTTP, bounded in size and time, and the reply that never comes.
 */
@NullMarked
package cellar.simulation.http;

import org.jspecify.annotations.NullMarked;
