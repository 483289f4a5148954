package cellar.gateway.administration;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;
import cellar.gateway.cache.Contents;
import cellar.gateway.index.Selection;
import cellar.gateway.meter.DeliveryMetrics;
import cellar.gateway.route.Routes;

/**
 * The admin API of the cache.
 */
@RestController
@RequestMapping("/api/v1/cache")
class CacheController {

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
	ListDocument<Contents.Item> list(@RequestParam(required = false) @Nullable String route,
			@RequestParam(required = false) @Nullable String prefix,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size,
			@RequestParam MultiValueMap<String, String> parameters) {
		check(parameters, Set.of("route", "prefix", "page", "size"));
		PageParameters wanted = new PageParameters(page, size);
		Contents.Page found = this.contents.list(selection(route, prefix), page, size);
		return ListDocument.of(wanted, found.items(), found.total());
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
	 * What a purge did.
	 *
	 * @param purged entries and running fetches that were dropped
	 */
	record Purge(int purged) {

	}

}
