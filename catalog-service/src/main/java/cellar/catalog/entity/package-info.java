/**
 * What the entities of all features have in common.
 */
@NullMarked
package cellar.catalog.entity;

import org.jspecify.annotations.NullMarked;
