package cellar.catalog.timetable;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.transition.ImageLifecycle;

/**
 * Takes steps when their time has come. A step and the end of its plan are one
 * transaction, so that it is taken once.
 */
@Component
class PlanRunner {

	private static final Logger logger = LoggerFactory.getLogger(PlanRunner.class);

	private static final int MAX_FAILURE = 1000;

	private final PlannedTransitions plans;

	private final ImageLifecycle lifecycle;

	private final TransactionTemplate transaction;

	PlanRunner(PlannedTransitions plans, ImageLifecycle lifecycle, TransactionTemplate transaction) {
		this.plans = plans;
		this.lifecycle = lifecycle;
		this.transaction = transaction;
	}

	void run(UUID id) {
		try {
			this.transaction.executeWithoutResult((status) -> take(id));
		}
		catch (DataAccessException | TransactionException ex) {
			// The task is tried again.
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.atWarn().addKeyValue("plan", id).addKeyValue("reason", ex.getMessage()).log("Planned step failed");
			this.transaction.executeWithoutResult((status) -> fail(id, String.valueOf(ex.getMessage())));
		}
	}

	private void take(UUID id) {
		this.plans.lockById(id).filter(PlannedTransition::isOpen).ifPresent((planned) -> {
			this.lifecycle.move(planned.imageId(), planned.request(), planned.actor());
			planned.done();
			this.plans.saveAndFlush(planned);
		});
	}

	private void fail(UUID id, String reason) {
		this.plans.lockById(id).filter(PlannedTransition::isOpen).ifPresent((planned) -> {
			planned.fail(reason.substring(0, Math.min(reason.length(), MAX_FAILURE)));
			this.plans.saveAndFlush(planned);
		});
	}

}
