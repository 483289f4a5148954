/**
 * What entities that know their id from the start have in common.
 */
@NullMarked
package cellar.catalog.entity;

import org.jspecify.annotations.NullMarked;
