/**
 * Uploads that go on after a break, over tus 1.0 and for other features.
 */
@NullMarked
package cellar.catalog.resumption;

import org.jspecify.annotations.NullMarked;
