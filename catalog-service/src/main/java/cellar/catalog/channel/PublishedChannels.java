package cellar.catalog.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.description.Architecture;
import cellar.catalog.pointer.Pointer;
import cellar.catalog.pointer.Slot;

/**
 * Where channels lead in the live publication.
 */
@Component
public class PublishedChannels {

	private static final String SELECT = "select channel, os, architecture, image_id, image_name, since from published_channel ";

	private static final String ORDER = " order by channel, os, architecture";

	private final JdbcClient jdbc;

	PublishedChannels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes other pointers the published ones, in the transaction that makes their
	 * publication the live one.
	 * @param serial the publication
	 * @param pointers all pointers of its channels
	 * @param names the names of the images that they lead to
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void replace(long serial, List<Pointer> pointers, Map<UUID, String> names) {
		Map<Slot, PublishedPointer> before = all().stream()
			.collect(Collectors.toMap(PublishedPointer::slot, Function.identity()));
		Map<Slot, Pointer> after = pointers.stream().collect(Collectors.toMap(Pointer::slot, Function.identity()));
		before.keySet().stream().filter((slot) -> !after.containsKey(slot)).forEach(this::delete);
		after.forEach((slot, pointer) -> {
			PublishedPointer old = before.get(slot);
			if (old == null || !old.imageId().equals(pointer.imageId())) {
				delete(slot);
				insert(new PublishedPointer(slot, pointer.imageId(),
						Objects.requireNonNull(names.get(pointer.imageId())), serial));
			}
		});
	}

	List<PublishedPointer> all() {
		return this.jdbc.sql(SELECT + ORDER).query(PublishedChannels::read).list();
	}

	Optional<PublishedPointer> find(Slot slot) {
		return this.jdbc.sql(SELECT + "where channel = ? and os = ? and architecture = ?")
			.params(slot.channel(), slot.os(), slot.architecture().label())
			.query(PublishedChannels::read)
			.optional();
	}

	private void delete(Slot slot) {
		this.jdbc.sql("delete from published_channel where channel = ? and os = ? and architecture = ?")
			.params(slot.channel(), slot.os(), slot.architecture().label())
			.update();
	}

	private void insert(PublishedPointer pointer) {
		this.jdbc
			.sql("insert into published_channel (channel, os, architecture, image_id, image_name, since)"
					+ " values (?, ?, ?, ?, ?, ?)")
			.params(pointer.slot().channel(), pointer.slot().os(), pointer.slot().architecture().label(),
					pointer.imageId(), pointer.imageName(), pointer.since())
			.update();
	}

	private static PublishedPointer read(ResultSet row, int number) throws SQLException {
		Slot slot = new Slot(row.getString("channel"), row.getString("os"),
				Architecture.labelled(row.getString("architecture")).orElseThrow());
		return new PublishedPointer(slot, row.getObject("image_id", UUID.class), row.getString("image_name"),
				row.getLong("since"));
	}

}
