package cellar.catalog.agenda;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Planned publications over HTTP.
 */
@RestController
@RequestMapping("/api/v1/planned-publications")
class AgendaController {

	private final Agenda agenda;

	AgendaController(Agenda agenda) {
		this.agenda = agenda;
	}

	@GetMapping
	ListDocument<AgendaDocument> list(@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		PageParameters wanted = new PageParameters(page, size);
		Page<AgendaDocument> found = this.agenda.list(wanted.page(), wanted.size());
		return ListDocument.of(wanted, found.getContent(), found.getTotalElements());
	}

	@GetMapping("/{id}")
	AgendaDocument get(@PathVariable UUID id) {
		return this.agenda.get(id);
	}

	@DeleteMapping("/{id}")
	AgendaDocument cancel(@PathVariable UUID id, Caller caller) {
		return this.agenda.cancel(id, caller.name());
	}

}
