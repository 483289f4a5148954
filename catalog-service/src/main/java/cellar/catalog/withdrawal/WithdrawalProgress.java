package cellar.catalog.withdrawal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.publication.Republication;

/**
 * What the database knows of withdrawals under way, one transaction for each step.
 */
@Component
@Transactional
class WithdrawalProgress {

	private final WithdrawalRecords records;

	private final Republication republication;

	private final Clock clock;

	WithdrawalProgress(WithdrawalRecords records, Republication republication, Clock clock) {
		this.records = records;
		this.republication = republication;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Optional<Withdrawal> find(UUID imageId) {
		return this.records.findById(imageId);
	}

	/**
	 * Finds what is still to be taken away, of an image or of another with its content.
	 * @param imageId the image
	 * @return the withdrawals that are not done
	 */
	@Transactional(readOnly = true)
	List<Withdrawal> open(UUID imageId) {
		return this.records.findOpen(imageId);
	}

	/**
	 * Notes that no reader gets the image any more, and orders that none is told of it.
	 * @param imageId the image
	 */
	void done(UUID imageId) {
		this.records.findById(imageId).filter((withdrawal) -> !withdrawal.isDone()).ifPresent((withdrawal) -> {
			withdrawal.done(this.clock.instant());
			this.records.saveAndFlush(withdrawal);
			this.republication.leaveOut(imageId, "Withdrawn: " + withdrawal.reason(), withdrawal.actor());
		});
	}

	void failed(UUID imageId, String reason) {
		this.records.findById(imageId).ifPresent((withdrawal) -> {
			withdrawal.failed(reason);
			this.records.saveAndFlush(withdrawal);
		});
	}

}
