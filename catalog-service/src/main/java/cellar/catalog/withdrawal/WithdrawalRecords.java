package cellar.catalog.withdrawal;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All withdrawals.
 */
interface WithdrawalRecords extends Repository<Withdrawal, UUID> {

	Withdrawal saveAndFlush(Withdrawal withdrawal);

	Optional<Withdrawal> findById(UUID imageId);

}
