/**
 * The record of every change: who made it, when, and what was there before and after.
 */
@NullMarked
package cellar.catalog.audit;

import org.jspecify.annotations.NullMarked;
