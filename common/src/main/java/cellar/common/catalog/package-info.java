/**
 * The published catalog document: what the catalog service writes and others read.
 */
@NullMarked
package cellar.common.catalog;

import org.jspecify.annotations.NullMarked;
