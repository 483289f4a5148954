package cellar.catalog.channel;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/**
 * All moves of all pointers.
 */
interface Moves extends Repository<Move, Long> {

	Move save(Move move);

	Page<Move> findBySlotChannelOrderByIdDesc(String channel, Pageable page);

}
