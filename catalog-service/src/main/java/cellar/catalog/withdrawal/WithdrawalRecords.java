package cellar.catalog.withdrawal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All withdrawals.
 */
interface WithdrawalRecords extends Repository<Withdrawal, UUID> {

	Withdrawal saveAndFlush(Withdrawal withdrawal);

	Optional<Withdrawal> findById(UUID imageId);

	@Query(nativeQuery = true, value = """
			select withdrawal.* from withdrawal join image on image.id = image_id
			where done_at is null
			and artifact_sha256 = (select artifact_sha256 from image where id = :imageId)""")
	List<Withdrawal> findOpen(UUID imageId);

}
