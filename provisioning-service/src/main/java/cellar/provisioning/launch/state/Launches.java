package cellar.provisioning.launch.state;

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

	Optional<Launch> findBySubmissionOwnerAndSubmissionIdempotencyKey(String owner, String idempotencyKey);

	Page<Launch> findAllBy(Pageable page);

	Page<Launch> findBySubmissionOwner(String owner, Pageable page);

	@Query("select launch.progress.state as state, count(launch) as count from Launch launch "
			+ "group by launch.progress.state")
	List<StateCount> countByState();

	/**
	 * How many launches are in a state.
	 *
	 * @param state the state
	 * @param count how many
	 */
	record StateCount(LaunchState state, long count) {

	}

}
