/**
 * Readers of eustore catalogs that do what the programs of 2012 to 2015 did, with their
 * faults: what is published has to suit them.
 */
@NullMarked
package cellar.common.test.eustore;

import org.jspecify.annotations.NullMarked;
