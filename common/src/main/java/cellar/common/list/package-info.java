/**
 * Lists that are answered page by page.
 */
@NullMarked
package cellar.common.list;

import org.jspecify.annotations.NullMarked;
