package cellar.catalog.retention;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.Caller;

/**
 * What is kept of old publications, over HTTP.
 */
@RestController
@RequestMapping("/api/v1")
class RetentionController {

	private final Retention retention;

	private final RetentionProperties properties;

	RetentionController(Retention retention, RetentionProperties properties) {
		this.retention = retention;
		this.properties = properties;
	}

	@GetMapping("/retention")
	Rules get() {
		return new Rules(this.properties.keepCount(), this.properties.keepFor(), this.properties.undeleteWindow(),
				this.retention.due());
	}

	@PostMapping("/retention")
	Retention.Marking mark(Caller caller) {
		return this.retention.mark(caller.name());
	}

	@PostMapping("/publications/{serial}/undelete")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void keep(@PathVariable long serial, Caller caller) {
		this.retention.keep(serial, caller.name());
	}

	/**
	 * What is kept, and what nothing keeps.
	 *
	 * @param keepCount how many publications that went live keep their content
	 * @param keepFor how long each keeps it
	 * @param undeleteWindow how long it is still there after it was marked
	 * @param due serials that a POST would mark now, oldest first, at most 1000
	 */
	record Rules(int keepCount, Duration keepFor, Duration undeleteWindow, List<Long> due) {

	}

}
