package cellar.catalog.collection;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;
import cellar.common.problem.InvalidParameterException;

/**
 * Searches of the store for what nothing names, over HTTP.
 */
@RestController
@RequestMapping("/api/v1/collections")
class CollectionController {

	private final CollectionOrders orders;

	CollectionController(CollectionOrders orders) {
		this.orders = orders;
	}

	@PostMapping
	@Operation(summary = "Removes what nothing names from the store",
			description = "With 'dryRun=true' it is only listed. When more would go than stays, nothing goes but for "
					+ "'force=true'.")
	ResponseEntity<CollectionDocument> order(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean force, Caller caller) {
		CollectionDocument accepted = this.orders.order(dryRun, force, caller.name());
		return ResponseEntity.accepted().location(URI.create("/api/v1/collections/" + accepted.id())).body(accepted);
	}

	@GetMapping
	ListDocument<CollectionDocument> list(@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		return this.orders.list(new PageParameters(page, size));
	}

	@GetMapping("/{id}")
	CollectionDocument get(@PathVariable UUID id) {
		return this.orders.get(id);
	}

	@GetMapping("/{id}/objects")
	@Operation(summary = "Lists what a search has found",
			description = "All that it removed, and the first 1000 that were due, and that are not ours. 'outcome' is "
					+ "due, marked, removed or unknown.")
	ListDocument<Found> objects(@PathVariable UUID id, @RequestParam(required = false) @Nullable String outcome,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		return this.orders.finds(id, (outcome != null) ? outcome(outcome) : null, new PageParameters(page, size));
	}

	private static Found.Outcome outcome(String text) {
		return Found.Outcome.named(text)
			.orElseThrow(
					() -> new InvalidParameterException("outcome", "must be 'due', 'marked', 'removed' or 'unknown'"));
	}

}
