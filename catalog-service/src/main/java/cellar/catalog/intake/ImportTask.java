package cellar.catalog.intake;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/**
 * The durable task that brings one import to its end.
 */
public final class ImportTask {

	/**
	 * The task; its instances are named by the ids of imports.
	 */
	public static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("import");

	private ImportTask() {
	}

}
