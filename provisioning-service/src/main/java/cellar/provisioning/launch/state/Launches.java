package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import cellar.provisioning.launch.effect.Resource;

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

	@Query("select min(launch.createdAt) from Launch launch where launch.progress.state in :states")
	Optional<Instant> oldestIn(Collection<LaunchState> states);

	@Query("""
			select resource.kind as kind, count(resource.kind) as count from Launch launch
			join launch.effects.resources resource where resource.state in :states group by resource.kind""")
	List<KindCount> countResourcesIn(Collection<Resource.State> states);

	/**
	 * How many things of a kind there are.
	 *
	 * @param kind the kind
	 * @param count how many
	 */
	record KindCount(Resource.Kind kind, long count) {

	}

	/**
	 * How many launches are in a state.
	 *
	 * @param state the state
	 * @param count how many
	 */
	record StateCount(LaunchState state, long count) {

	}

}
