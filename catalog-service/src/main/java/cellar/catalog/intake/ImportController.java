package cellar.catalog.intake;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.eustore.CatalogParser;
import cellar.catalog.source.AddressPolicy;
import cellar.catalog.source.SourceException;
import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Imports over HTTP.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

	private final ImportOrders orders;

	private final IntakeProperties properties;

	private final AddressPolicy policy;

	private final JsonMapper json;

	ImportController(ImportOrders orders, IntakeProperties properties, AddressPolicy policy, JsonMapper json) {
		this.orders = orders;
		this.properties = properties;
		this.policy = policy;
		this.json = json;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ImportDocument> order(HttpServletRequest request, Caller caller) throws IOException {
		ImportRequest wanted = ImportRequest.read(this.json, request.getInputStream().readAllBytes());
		String url = wanted.url();
		String catalog = wanted.catalog();
		String base = wanted.base();
		WantedFiles files = new WantedFiles(wanted.fetch(), (base != null) ? checkedUrl("base", base) : null);
		ImportDocument accepted = this.orders.accept((url != null) ? checkedUrl("url", url) : null,
				(catalog != null) ? checkedCatalog(catalog) : null, files, caller.name());
		return ResponseEntity.accepted().location(URI.create("/api/v1/imports/" + accepted.id())).body(accepted);
	}

	@GetMapping
	ListDocument<ImportSummary> list(@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		PageParameters wanted = new PageParameters(page, size);
		Page<ImportSummary> found = this.orders.list(wanted);
		return ListDocument.of(wanted, found.getContent(), found.getTotalElements());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@PathVariable UUID id, Caller caller) {
		this.orders.cancel(id, caller.name());
	}

	@GetMapping("/{id}")
	ImportDocument get(@PathVariable UUID id) {
		return this.orders.find(id).orElseThrow(() -> new ImportNotFoundException(id));
	}

	private String checkedCatalog(String catalog) {
		try {
			new CatalogParser(this.properties.maxEntries()).entries(catalog);
			return catalog;
		}
		catch (CatalogParser.NoCatalogException ex) {
			throw new ImportRefusedException("'catalog' cannot be imported. " + ex.getMessage());
		}
	}

	private String checkedUrl(String part, String url) {
		try {
			URI address = URI.create(url);
			this.policy.check(address);
			return address.toString();
		}
		catch (IllegalArgumentException ex) {
			throw new ImportRefusedException("'" + part + "' is not a URL");
		}
		catch (SourceException ex) {
			throw new ImportRefusedException("'%s' cannot be asked. %s".formatted(part, ex.getMessage()));
		}
	}

	/**
	 * Thrown when a request asks for no import that could be.
	 */
	static class ImportRefusedException extends RuntimeException {

		ImportRefusedException(String message) {
			super(message);
		}

	}

}
