package cellar.catalog.publication;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/**
 * The durable task that brings one publication to its end.
 */
public final class PublicationTask {

	/**
	 * The task; its instances are named by serials.
	 */
	public static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("publication");

	private PublicationTask() {
	}

}
