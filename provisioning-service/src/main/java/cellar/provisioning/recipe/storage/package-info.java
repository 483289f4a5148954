/**
 * A disk that a machine formats once and finds again at every boot.
 */
@NullMarked
package cellar.provisioning.recipe.storage;

import org.jspecify.annotations.NullMarked;
