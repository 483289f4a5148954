package cellar.gateway.store;

import cellar.gateway.index.Index;

/**
 * Figures of the moment.
 *
 * @param index what there is, and the space it takes
 * @param tasks what is being fetched, checked or made durable; 0 only if all has come to
 * rest
 * @param refusals how often the disk took no more since the start
 * @param scrubbedBytes bytes compared with their checksums beside requests, since the
 * start
 * @param badSlices slices of these that were bad, and files that were of no use at all
 */
public record ShelfFigures(Index.Figures index, int tasks, long refusals, long scrubbedBytes, long badSlices) {

}
