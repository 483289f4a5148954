/**
 * The way to one client: what is written to it, how long it is waited for, and how it
 * ends.
 */
@NullMarked
package cellar.gateway.client;

import org.jspecify.annotations.NullMarked;
