/**
 * Durable tasks: how they are asked for, and how long they wait when something is down.
 */
@NullMarked
package cellar.catalog.task;

import org.jspecify.annotations.NullMarked;
