/**
 * The recipes: what a machine can be told to become, and the documents that tell it so.
 */
@NullMarked
package cellar.provisioning.recipe;

import org.jspecify.annotations.NullMarked;
