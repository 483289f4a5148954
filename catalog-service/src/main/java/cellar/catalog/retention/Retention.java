package cellar.catalog.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.publication.ContentRemovedException;
import cellar.catalog.publication.PublicationNotFoundException;

/**
 * Decides which publications lose their content. First they are marked, and may be taken
 * back; after the window their content goes for good.
 */
@Component
@Transactional
class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private static final int MOST = 1000;

	private final OldPublications publications;

	private final RetentionProperties properties;

	private final Audit audit;

	private final Clock clock;

	Retention(OldPublications publications, RetentionProperties properties, Audit audit, Clock clock) {
		this.publications = publications;
		this.properties = properties;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Tells what would be marked now.
	 * @return the serials, oldest first, at most 1000
	 */
	@Transactional(readOnly = true)
	List<Long> due() {
		return this.publications.due(this.clock.instant().minus(this.properties.keepFor()), this.properties.keepCount(),
				MOST);
	}

	/**
	 * Marks what is due.
	 * @param actor who wants that
	 * @return what was marked
	 */
	Marking mark(String actor) {
		Instant removal = this.clock.instant().plus(this.properties.undeleteWindow());
		List<Long> serials = due();
		if (!serials.isEmpty()) {
			this.publications.mark(serials, removal);
			serials.forEach((serial) -> record(serial, "prune", actor, new Removal(removal)));
		}
		return new Marking(serials, removal);
	}

	/**
	 * Keeps a publication for good, whether it was marked or not.
	 * @param serial the publication
	 * @param actor who wants that
	 */
	void keep(long serial, String actor) {
		if (this.publications.keep(serial, actor)) {
			record(serial, "undelete", actor, null);
			return;
		}
		OldPublications.State state = this.publications.find(serial)
			.orElseThrow(() -> new PublicationNotFoundException(Long.toString(serial)));
		if (state.removedAt() != null) {
			throw new ContentRemovedException(serial);
		}
		throw new PublicationInUseException(serial);
	}

	/**
	 * Takes the content out of the rows of those whose window is over.
	 */
	void remove() {
		List<Long> removed = this.publications.remove(this.clock.instant());
		removed.forEach((serial) -> record(serial, "remove", "catalog-service", null));
		if (!removed.isEmpty()) {
			logger.atInfo().addKeyValue("serials", removed).log("Content of old publications is removed");
		}
	}

	private void record(long serial, String action, String actor, @Nullable Object after) {
		this.audit.record(AuditSubject.PUBLICATION, Long.toString(serial), action, actor, null, after);
	}

	/**
	 * What was marked.
	 *
	 * @param marked the serials, oldest first, at most 1000
	 * @param removalAt when their content goes
	 */
	record Marking(List<Long> marked, Instant removalAt) {

	}

	/**
	 * When content goes.
	 */
	record Removal(Instant removalAt) {

	}

}
