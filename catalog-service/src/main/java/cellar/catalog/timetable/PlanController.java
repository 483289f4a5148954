package cellar.catalog.timetable;

import java.util.UUID;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.Caller;
import cellar.common.list.ListDocument;

/**
 * Planned steps over HTTP.
 */
@RestController
@RequestMapping("/api/v1/images/{imageId}/planned-transitions")
class PlanController {

	private final Timetable timetable;

	PlanController(Timetable timetable) {
		this.timetable = timetable;
	}

	@GetMapping
	ListDocument<PlanDocument> list(@PathVariable UUID imageId) {
		return ListDocument.whole(this.timetable.of(imageId));
	}

	@GetMapping("/{id}")
	PlanDocument get(@PathVariable UUID imageId, @PathVariable UUID id) {
		return this.timetable.get(imageId, id);
	}

	@DeleteMapping("/{id}")
	PlanDocument cancel(@PathVariable UUID imageId, @PathVariable UUID id, Caller caller) {
		return this.timetable.cancel(imageId, id, caller.name());
	}

}
