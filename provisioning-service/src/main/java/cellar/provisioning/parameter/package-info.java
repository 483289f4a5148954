/**
 * Texts that callers choose, checked for what they are before anything is written: which
 * there are, what each must be, and what is wrong with those that are not.
 */
@NullMarked
package cellar.provisioning.parameter;

import org.jspecify.annotations.NullMarked;
