package cellar.catalog.intake;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.catalog.eustore.EntryReader;
import cellar.catalog.eustore.Findings;
import cellar.catalog.eustore.Outcome;
import cellar.catalog.image.ImageDocument;
import cellar.catalog.image.ImageIndex;
import cellar.catalog.image.ImageLibrary;

/**
 * Makes an entry a draft, or says why not.
 */
@Component
class EntryImporter {

	private final ImageIndex index;

	private final ImageLibrary library;

	private final Validator validator;

	private final ImportMetrics metrics;

	EntryImporter(ImageIndex index, ImageLibrary library, Validator validator, ImportMetrics metrics) {
		this.index = index;
		this.library = library;
		this.validator = validator;
		this.metrics = metrics;
	}

	ImportEntry.Result take(JsonNode entry, Instant now, String actor) {
		ImportEntry.Result result = decide(new EntryReader(now).read(entry), actor);
		this.metrics.count(result.outcome());
		return result;
	}

	private ImportEntry.Result decide(EntryReader.Reading reading, String actor) {
		Findings findings = reading.findings();
		GivenDescription content = reading.content();
		Release release = reading.release();
		if (findings.isRefused() || content == null || release == null) {
			return refused(reading, null);
		}
		this.validator.validate(content)
			.forEach((violation) -> findings
				.refuse("'%s' %s".formatted(violation.getPropertyPath(), violation.getMessage())));
		if (findings.isRefused()) {
			return refused(reading, null);
		}
		Optional<ImageDocument> known = known(content, release.origin());
		if (known.isPresent()) {
			findings.refuse("It repeats '%s', which is here already".formatted(known.get().name()));
			return refused(reading, known.get());
		}
		ImageDocument image = this.library.add(content, release, actor);
		return new ImportEntry.Result(image.name(), findings.outcome(), findings.reasons(), image.id());
	}

	private Optional<ImageDocument> known(GivenDescription content, @Nullable Origin origin) {
		if (content.name() != null) {
			return this.index.findByName(content.name());
		}
		if (origin == null) {
			return Optional.empty();
		}
		if (origin.number() != null) {
			return this.index.findByOriginNumber(origin.number());
		}
		return (origin.url() != null) ? this.index.findByOriginUrl(origin.url()) : Optional.empty();
	}

	private static ImportEntry.Result refused(EntryReader.Reading reading, @Nullable ImageDocument known) {
		return new ImportEntry.Result(reading.givenName(), Outcome.REFUSED, reading.findings().reasons(),
				(known != null) ? known.id() : null);
	}

}
