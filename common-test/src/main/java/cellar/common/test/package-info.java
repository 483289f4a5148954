/**
 * What the tests of two services need alike: tokens, properties and time.
 */
@NullMarked
package cellar.common.test;

import org.jspecify.annotations.NullMarked;
