package cellar.catalog.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What the database knows of imports under way, one transaction for each step.
 */
@Component
@Transactional
class ImportProgress {

	private final Imports imports;

	private final ImportEntries entries;

	private final EntryImporter importer;

	private final Clock clock;

	ImportProgress(Imports imports, ImportEntries entries, EntryImporter importer, Clock clock) {
		this.imports = imports;
		this.entries = entries;
		this.importer = importer;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	CatalogImport get(UUID id) {
		return this.imports.findById(id).orElseThrow();
	}

	void begin(UUID id, String body) {
		CatalogImport wanted = get(id);
		wanted.begin(body);
		this.imports.saveAndFlush(wanted);
	}

	/**
	 * Takes or refuses an entry, unless that was done before.
	 * @param wanted the import
	 * @param position the place of the entry in the catalog
	 * @param entry the entry
	 */
	void take(CatalogImport wanted, int position, JsonNode entry) {
		if (!this.entries.existsByImportIdAndPosition(wanted.getId(), position)) {
			this.entries.save(new ImportEntry(new ImportEntry.Key(wanted.getId(), position),
					this.importer.take(entry, wanted.createdAt(), wanted.actor())));
		}
	}

	/**
	 * Refuses an entry that could not be taken, unless that was done before.
	 * @param wanted the import
	 * @param position the place of the entry in the catalog
	 * @param entry the entry
	 * @param reason why it could not
	 */
	void refuse(CatalogImport wanted, int position, JsonNode entry, String reason) {
		if (!this.entries.existsByImportIdAndPosition(wanted.getId(), position)) {
			JsonNode name = entry.path("name");
			this.entries.save(new ImportEntry(new ImportEntry.Key(wanted.getId(), position), new ImportEntry.Result(
					name.isString() ? name.stringValue() : null, Outcome.REFUSED, List.of(reason), null)));
		}
	}

	void complete(UUID id) {
		CatalogImport wanted = get(id);
		wanted.complete(now());
		this.imports.saveAndFlush(wanted);
	}

	void fail(UUID id, String reason) {
		CatalogImport wanted = get(id);
		wanted.fail(reason, now());
		this.imports.saveAndFlush(wanted);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
