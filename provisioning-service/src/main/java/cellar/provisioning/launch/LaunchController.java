package cellar.provisioning.launch;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.provisioning.launch.order.InvalidLaunchException;
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

	private static final Set<String> SEE_ALL = Set.of("ROLE_READER", "ROLE_OPERATOR");

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private static final int LARGEST_PAGE = 100;

	private final LaunchDesk desk;

	private final LaunchStore store;

	LaunchController(LaunchDesk desk, LaunchStore store) {
		this.desk = desk;
		this.store = store;
	}

	@PostMapping
	ResponseEntity<LaunchDocument> take(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestBody LaunchRequest request, Authentication caller) {
		if (key != null && !KEY.matcher(key).matches()) {
			throw new InvalidLaunchException(List.of(new InvalidLaunchException.Violation("Idempotency-Key",
					"must be 1 to 255 visible ASCII characters")));
		}
		Launch launch = this.desk.take(caller.getName(), key, request);
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/launches/" + launch.id()))
			.body(LaunchDocument.of(launch));
	}

	@GetMapping
	ListDocument list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size,
			Authentication caller) {
		if (page < 0 || size < 1 || size > LARGEST_PAGE) {
			throw new InvalidLaunchException(List.of(new InvalidLaunchException.Violation("page",
					"must be 0 or more, and 'size' 1 to " + LARGEST_PAGE)));
		}
		if ((long) page * size > Integer.MAX_VALUE) {
			throw new InvalidLaunchException(
					List.of(new InvalidLaunchException.Violation("page", "is beyond the last page that can be read")));
		}
		Pageable wanted = PageRequest.of(page, size, Sort.by(Sort.Order.desc("createdAt"), Sort.Order.asc("id")));
		String owner = seesAll(caller) ? null : caller.getName();
		Page<LaunchDocument> found = this.store.list(owner, wanted, LaunchDocument::of);
		return new ListDocument(found.getContent(), page, size, found.getTotalElements());
	}

	@GetMapping("/{id}")
	LaunchDocument get(@PathVariable UUID id, Authentication caller) {
		return this.store.find(id)
			.filter((launch) -> seesAll(caller) || launch.commission().owner().equals(caller.getName()))
			.map(LaunchDocument::of)
			.orElseThrow(() -> new LaunchNotFoundException(id));
	}

	private static boolean seesAll(Authentication caller) {
		return caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(SEE_ALL::contains);
	}

	/**
	 * A page of launches, the newest first.
	 *
	 * @param items the launches
	 * @param page which page it is, from 0
	 * @param size how many fit on a page
	 * @param total how many there are
	 */
	record ListDocument(List<LaunchDocument> items, int page, int size, long total) {

	}

}
