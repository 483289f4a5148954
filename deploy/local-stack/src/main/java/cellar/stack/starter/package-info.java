/**
 * The starter catalog: small stand-ins with the names and the layout of real images,
 * published through the catalog's API as anybody would do it.
 */
@NullMarked
package cellar.stack.starter;

import org.jspecify.annotations.NullMarked;
