package cellar.gateway.store;

import java.util.concurrent.Executor;

import cellar.gateway.disk.Deletions;
import cellar.gateway.index.Index;
import cellar.gateway.slice.FillLimits;

/**
 * What copies need as they grow.
 *
 * @param index counts the space they take up
 * @param deletions know which of their files could not be deleted
 * @param space promises them more
 * @param saver makes durable what is new
 * @param withdrawals take out those that are of no use any more
 * @param limits how much is asked of an origin for one of them
 * @param tasks runs what blocks
 */
record Upkeep(Index index, Deletions deletions, Space space, Saver saver, Withdrawals withdrawals, FillLimits limits,
		Executor tasks) {

}
