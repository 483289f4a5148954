/**
 * Images as callers see them: added, listed, read, described and deleted over HTTP.
 */
@NullMarked
package cellar.catalog.image;

import org.jspecify.annotations.NullMarked;
