package cellar.catalog.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.description.OneLine;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;
import cellar.common.problem.InvalidParameterException;

/**
 * Recorded changes over HTTP, newest first.
 */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

	/** Rows are numbered as they are written, whatever the clock says. */
	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

	/** Within what databases can tell. */
	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final AuditRows rows;

	AuditController(AuditRows rows) {
		this.rows = rows;
	}

	@GetMapping
	@Transactional(readOnly = true)
	ListDocument<AuditDocument> list(@RequestParam @Nullable String subject, @RequestParam @Nullable String id,
			@RequestParam @Nullable String actor, @RequestParam @Nullable String action,
			@RequestParam @Nullable Instant from, @RequestParam @Nullable Instant to,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		PageParameters wanted = new PageParameters(page, size);
		AuditFilter filter = new AuditFilter(subjectNamed(subject), text("id", id), text("actor", actor),
				text("action", action), time("from", from), time("to", to));
		Page<AuditRow> found = this.rows.findAll(filter, PageRequest.of(wanted.page(), wanted.size(), NEWEST_FIRST));
		return ListDocument.of(wanted, found.map(AuditRow::document).getContent(), found.getTotalElements());
	}

	private static @Nullable AuditSubject subjectNamed(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return AuditSubject.named(text)
			.orElseThrow(
					() -> new InvalidParameterException("subject", "must be one of " + List.of(AuditSubject.values())));
	}

	private static @Nullable Instant time(String parameter, @Nullable Instant value) {
		if (value != null && (value.isBefore(Instant.EPOCH) || value.isAfter(LATEST))) {
			throw new InvalidParameterException(parameter, "must be within the years 1970 to 9999");
		}
		return value;
	}

	private static @Nullable String text(String parameter, @Nullable String value) {
		if (value != null && !value.matches(OneLine.FORM)) {
			throw new InvalidParameterException(parameter, OneLine.MESSAGE);
		}
		return value;
	}

}
