/**
 * The steps that make what machines need, and the one that takes all of it back.
 */
@NullMarked
package cellar.provisioning.launch.resource;

import org.jspecify.annotations.NullMarked;
