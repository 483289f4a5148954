package cellar.catalog.publication;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.access.UnpublishedAccess;
import cellar.catalog.description.OneLine;
import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;
import cellar.common.problem.InvalidParameterException;

/**
 * Publications over HTTP. Outsiders see the live one and no other.
 */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationController {

	private static final String LIVE = "live";

	private final PublicationOrders orders;

	private final LaterOrders later;

	PublicationController(PublicationOrders orders, LaterOrders later) {
		this.orders = orders;
		this.later = later;
	}

	@PostMapping(params = "!dryRun")
	ResponseEntity<PublicationDocument> order(@Valid @RequestBody PublicationRequest request, Caller caller) {
		if (request.at() != null && this.later.isLater(request.at())) {
			URI planned = this.later.postpone(request.at(), request.reason(), caller.name());
			return ResponseEntity.accepted().location(planned).build();
		}
		return accepted(this.orders.take(new Publication.Order(request.reason(), caller.name())));
	}

	@PostMapping(params = "dryRun")
	Preview preview(@RequestParam String dryRun) {
		checkDryRun(dryRun);
		return this.orders.preview();
	}

	@PostMapping(path = "/{serial}/rollback", params = "dryRun")
	Preview previewRollback(@PathVariable long serial, @RequestParam String dryRun) {
		checkDryRun(dryRun);
		return this.orders.previewTakingBack(serial);
	}

	@PostMapping(path = "/{serial}/rollback", params = "!dryRun")
	ResponseEntity<PublicationDocument> rollBack(@PathVariable long serial, @Valid @RequestBody RollbackRequest request,
			Caller caller) {
		return accepted(this.orders.takeBack(serial, new Publication.Order(request.reason(), caller.name())));
	}

	@GetMapping
	ListDocument<PublicationDocument> list(@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size, Caller caller) {
		PageParameters wanted = new PageParameters(page, size);
		if (!UnpublishedAccess.isGrantedTo(caller)) {
			List<PublicationDocument> live = this.orders.findLive().stream().toList();
			return ListDocument.of(wanted, (page == 0) ? live : List.of(), live.size());
		}
		Page<PublicationDocument> found = this.orders.list(wanted.page(), wanted.size());
		return ListDocument.of(wanted, found.getContent(), found.getTotalElements());
	}

	@GetMapping("/{serial}")
	PublicationDocument get(@PathVariable String serial, Caller caller) {
		return find(serial).filter(
				(publication) -> UnpublishedAccess.isGrantedTo(caller) || publication.state() == PublicationState.LIVE)
			.orElseThrow(() -> new PublicationNotFoundException(serial));
	}

	private static void checkDryRun(String dryRun) {
		// Whoever writes the parameter at all does not want to publish by mistake.
		if (!"true".equals(dryRun)) {
			throw new InvalidParameterException("dryRun", "must be 'true'; leave it out to publish");
		}
	}

	private static ResponseEntity<PublicationDocument> accepted(PublicationDocument publication) {
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/publications/" + publication.serial()))
			.body(publication);
	}

	private Optional<PublicationDocument> find(String serial) {
		if (LIVE.equals(serial)) {
			return this.orders.findLive();
		}
		try {
			return this.orders.find(Long.parseLong(serial));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Asks for a publication of all that is active.
	 *
	 * @param reason why, for those who look at the history
	 * @param at when, if it is to wait: what is active then is published
	 */
	record PublicationRequest(@NotBlank @Size(max = 500) @OneLine String reason, @Nullable Instant at) {

	}

	/**
	 * Asks for what an earlier publication had.
	 *
	 * @param reason why, for those who look at the history
	 */
	record RollbackRequest(@NotBlank @Size(max = 500) @OneLine String reason) {

	}

}
