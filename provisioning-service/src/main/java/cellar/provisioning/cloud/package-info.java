/**
 * The clouds that machines run in: which there are, what can be asked of each, and what
 * can go wrong with that. Nothing here knows how a cloud is reached.
 */
@NullMarked
package cellar.provisioning.cloud;

import org.jspecify.annotations.NullMarked;
