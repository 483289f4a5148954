package cellar.catalog.importer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import cellar.catalog.eustore.EntryReader;
import cellar.catalog.eustore.EntryReading;
import cellar.catalog.intake.UnfinishedImport;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.report.EntryOutcome;
import cellar.catalog.report.EntryResult;

/**
 * Makes an entry a draft, or says why not.
 */
@Component
class EntryImporter {

	private final KnownEntries known;

	private final ImageLibrary library;

	private final Validator validator;

	private final FileOrders files;

	EntryImporter(KnownEntries known, ImageLibrary library, Validator validator, FileOrders files) {
		this.known = known;
		this.library = library;
		this.validator = validator;
		this.files = files;
	}

	EntryResult take(JsonNode entry, UnfinishedImport wanted, int position) {
		return switch (new EntryReader(wanted.createdAt()).read(entry)) {
			case EntryReading.Unreadable unreadable ->
				new EntryResult(unreadable.givenName(), EntryOutcome.REFUSED, unreadable.reasons(), null);
			case EntryReading.Readable readable -> {
				EntryResult result = add(readable, wanted.actor());
				this.files.order(readable, result, wanted, position);
				yield result;
			}
		};
	}

	private EntryResult add(EntryReading.Readable entry, String actor) {
		List<String> violations = this.validator.validate(entry.content())
			.stream()
			.map((violation) -> "'%s' %s".formatted(violation.getPropertyPath(), violation.getMessage()))
			.toList();
		if (!violations.isEmpty()) {
			return refused(entry, violations, null);
		}
		Optional<ImageDetails> known = this.known.find(entry);
		if (known.isPresent()) {
			return refused(entry, List.of("It repeats '%s', which is here already".formatted(known.get().name())),
					known.get().id());
		}
		return keep(this.known.isNameTaken(entry) ? entry.renamed() : entry, actor);
	}

	private EntryResult keep(EntryReading.Readable entry, String actor) {
		ImageDetails image = this.library.add(entry.content(), entry.release(), actor);
		return new EntryResult(image.name(), entry.repaired() ? EntryOutcome.REPAIRED : EntryOutcome.TAKEN,
				entry.reasons(), image.id());
	}

	private static EntryResult refused(EntryReading.Readable entry, List<String> objections, @Nullable UUID known) {
		List<String> reasons = Stream.concat(objections.stream(), entry.reasons().stream()).toList();
		return new EntryResult(entry.givenName(), EntryOutcome.REFUSED, reasons, known);
	}

}
