/**
 * Cellar's own parts: what each is made of, how it is configured and on which ports it
 * listens.
 */
@NullMarked
package cellar.stack.platform;

import org.jspecify.annotations.NullMarked;
