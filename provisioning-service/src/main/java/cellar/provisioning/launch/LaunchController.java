package cellar.provisioning.launch;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.Caller;
import cellar.common.access.Role;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;
import cellar.common.problem.InvalidParameterException;
import cellar.provisioning.launch.order.LaunchRequest;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchNotFoundException;
import cellar.provisioning.launch.state.LaunchStore;

/**
 * Takes launches and shows them. Whoever only launches sees nothing but their own.
 */
@RestController
@RequestMapping("/api/v1/launches")
class LaunchController {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private final LaunchOrders orders;

	private final LaunchStore store;

	LaunchController(LaunchOrders orders, LaunchStore store) {
		this.orders = orders;
		this.store = store;
	}

	@PostMapping(params = "!dryRun")
	ResponseEntity<LaunchDocument> take(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestBody LaunchRequest request, Caller caller) {
		if (key != null && !KEY.matcher(key).matches()) {
			throw new InvalidParameterException("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
		}
		Launch launch = this.orders.take(caller.name(), key, request);
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/launches/" + launch.id()))
			.body(LaunchDocument.of(launch));
	}

	@PostMapping(params = "dryRun")
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	void plan() {
		// Whoever asks for a plan must not get machines.
		throw new InvalidParameterException("dryRun",
				"is not offered yet: launches cannot be planned in this version; leave it out to launch");
	}

	@GetMapping
	ListDocument<LaunchDocument> list(@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size, Caller caller) {
		PageParameters wanted = new PageParameters(page, size);
		Pageable newestFirst = PageRequest.of(page, size, Sort.by(Sort.Order.desc("createdAt"), Sort.Order.asc("id")));
		String owner = seesAll(caller) ? null : caller.name();
		Page<LaunchDocument> found = this.store.list(owner, newestFirst, LaunchDocument::of);
		return ListDocument.of(wanted, found.getContent(), found.getTotalElements());
	}

	@GetMapping("/{id}")
	LaunchDocument get(@PathVariable UUID id, Caller caller) {
		return this.store.find(id)
			.filter((launch) -> seesAll(caller) || launch.submission().owner().equals(caller.name()))
			.map(LaunchDocument::of)
			.orElseThrow(() -> new LaunchNotFoundException(id));
	}

	private static boolean seesAll(Caller caller) {
		return caller.hasAny(Role.READER);
	}

}
