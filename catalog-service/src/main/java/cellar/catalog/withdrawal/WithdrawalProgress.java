package cellar.catalog.withdrawal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database knows of withdrawals under way, one transaction for each step.
 */
@Component
@Transactional
class WithdrawalProgress {

	private final WithdrawalRecords records;

	private final Clock clock;

	WithdrawalProgress(WithdrawalRecords records, Clock clock) {
		this.records = records;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Optional<Withdrawal> find(UUID imageId) {
		return this.records.findById(imageId);
	}

	void done(UUID imageId) {
		this.records.findById(imageId).ifPresent((withdrawal) -> {
			withdrawal.done(this.clock.instant());
			this.records.saveAndFlush(withdrawal);
		});
	}

	void failed(UUID imageId, String reason) {
		this.records.findById(imageId).ifPresent((withdrawal) -> {
			withdrawal.failed(reason);
			this.records.saveAndFlush(withdrawal);
		});
	}

}
