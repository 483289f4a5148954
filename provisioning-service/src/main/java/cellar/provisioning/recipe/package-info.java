/**
 * The recipes: what a machine can be told to become, with parameters that are checked for
 * what they are before anything is written.
 */
@NullMarked
package cellar.provisioning.recipe;

import org.jspecify.annotations.NullMarked;
