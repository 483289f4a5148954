package cellar.catalog.publication;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/**
 * The durable task that brings one publication to its end.
 */
final class PublicationTask {

	static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("publication");

	private PublicationTask() {
	}

}
