package cellar.gateway.administration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.gateway.cache.Contents;
import cellar.gateway.cache.Selection;
import cellar.gateway.route.Routes;

/**
 * The admin API of the cache.
 */
@RestController
@RequestMapping("/api/v1/cache")
class CacheController {

	private static final int LARGEST_PAGE = 1000;

	private final Contents contents;

	private final Routes routes;

	private final DeliveryMetrics metrics;

	CacheController(Contents contents, Routes routes, DeliveryMetrics metrics) {
		this.contents = contents;
		this.routes = routes;
		this.metrics = metrics;
	}

	@GetMapping
	CacheFigures figures(@RequestParam MultiValueMap<String, String> parameters) {
		check(parameters, Set.of());
		return CacheFigures.of(this.contents.figures(), this.metrics);
	}

	@GetMapping("/objects")
	ObjectList list(@RequestParam(required = false) @Nullable String route,
			@RequestParam(required = false) @Nullable String prefix, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "100") int size, @RequestParam MultiValueMap<String, String> parameters) {
		check(parameters, Set.of("route", "prefix", "page", "size"));
		if (page < 0 || size < 1 || size > LARGEST_PAGE) {
			throw new BadSelectionException("'page' must be 0 or more and 'size' between 1 and " + LARGEST_PAGE);
		}
		Contents.Page found = this.contents.list(selection(route, prefix), page, size);
		return new ObjectList(found.items(), page, size, found.total());
	}

	@DeleteMapping("/objects")
	Purge purge(@RequestParam(required = false) @Nullable String route,
			@RequestParam(required = false) @Nullable String prefix,
			@RequestParam MultiValueMap<String, String> parameters) {
		if (parameters.containsKey("soft")) {
			throw new BadSelectionException("'soft' is not supported; without it entries are purged for good");
		}
		check(parameters, Set.of("route", "prefix"));
		if (isMissing(route) && isMissing(prefix)) {
			throw new BadSelectionException("State 'route', 'prefix' or both; 'route=/' purges that route alone");
		}
		return new Purge(this.contents.purge(selection(route, prefix)));
	}

	private Selection selection(@Nullable String route, @Nullable String prefix) {
		if (!isMissing(route) && !this.routes.paths().contains(route)) {
			throw new BadSelectionException("No route has this path; known are " + this.routes.paths());
		}
		return new Selection(isMissing(route) ? null : route, isMissing(prefix) ? null : prefix);
	}

	private static boolean isMissing(@Nullable String text) {
		return text == null || text.isEmpty();
	}

	private static void check(MultiValueMap<String, String> given, Set<String> known) {
		given.forEach((name, values) -> {
			if (!known.contains(name)) {
				throw new BadSelectionException(
						"Unknown parameter '%s'; known are %s".formatted(name, new TreeSet<>(known)));
			}
			if (values.size() > 1) {
				throw new BadSelectionException("'%s' must be given once".formatted(name));
			}
		});
	}

	/**
	 * One page of entries.
	 *
	 * @param items the entries
	 * @param page the page, from 0
	 * @param size entries on a page
	 * @param total entries on all pages
	 */
	record ObjectList(List<Contents.Item> items, int page, int size, int total) {

	}

	/**
	 * What a purge did.
	 *
	 * @param purged entries and running fetches that were dropped
	 */
	record Purge(int purged) {

	}

}
