/**
 * How exactly the JSON of requests is taken at its word.
 */
@NullMarked
package cellar.common.json;

import org.jspecify.annotations.NullMarked;
