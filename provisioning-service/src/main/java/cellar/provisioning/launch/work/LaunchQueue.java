package cellar.provisioning.launch.work;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

/**
 * The launches that wait for a worker.
 */
@Component
public class LaunchQueue {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("launch");

	private final SchedulerClient scheduler;

	private final Clock clock;

	LaunchQueue(SchedulerClient scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Has a worker begin as soon as the transaction of the caller is over.
	 * @param launch the launch
	 */
	public void add(UUID launch) {
		this.scheduler.scheduleIfNotExists(TASK.instance(launch.toString()).build(), this.clock.instant());
	}

}
