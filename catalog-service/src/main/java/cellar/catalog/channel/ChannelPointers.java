package cellar.catalog.channel;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import cellar.catalog.lock.AdvisoryLocks;
import cellar.catalog.pointer.Slot;

/**
 * Where all slots of all channels lead.
 */
interface ChannelPointers extends Repository<ChannelPointer, Slot> {

	ChannelPointer saveAndFlush(ChannelPointer pointer);

	void delete(ChannelPointer pointer);

	Optional<ChannelPointer> findById(Slot slot);

	List<ChannelPointer> findBySlotChannelOrderBySlot(String channel);

	List<ChannelPointer> findAllByOrderBySlot();

	/**
	 * Makes those who move pointers wait for each other.
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(" + AdvisoryLocks.CHANNELS + ")) as held")
	int lock();

}
