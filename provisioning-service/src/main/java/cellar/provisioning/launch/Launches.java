package cellar.provisioning.launch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All launches.
 */
interface Launches extends Repository<Launch, UUID> {

	Launch saveAndFlush(Launch launch);

	Optional<Launch> findById(UUID id);

	Optional<Launch> findByCommissionOwnerAndCommissionIdempotencyKey(String owner, String idempotencyKey);

	Page<Launch> findAllBy(Pageable page);

	Page<Launch> findByCommissionOwner(String owner, Pageable page);

	/**
	 * Counts launches.
	 * @return pairs of a state and a number
	 */
	@Query("select launch.progress.state, count(launch) from Launch launch group by launch.progress.state")
	List<Object[]> countByState();

}
