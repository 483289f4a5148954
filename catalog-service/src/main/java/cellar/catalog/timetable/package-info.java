/**
 * Steps in the life of images that wait for their time.
 */
@NullMarked
package cellar.catalog.timetable;

import org.jspecify.annotations.NullMarked;
