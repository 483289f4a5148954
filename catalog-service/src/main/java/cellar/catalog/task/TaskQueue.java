package cellar.catalog.task;

import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes orders for tasks, in the transaction of whoever gives them. Tasks may give orders
 * too, although the scheduler is made of all tasks.
 */
@Component
public class TaskQueue {

	private final ObjectProvider<SchedulerClient> scheduler;

	TaskQueue(ObjectProvider<SchedulerClient> scheduler) {
		this.scheduler = scheduler;
	}

	/**
	 * Orders a task, unless it is ordered already.
	 * @param task the task
	 * @param id which instance of it
	 * @param at when it is to run; at once if that is past
	 */
	public void order(TaskDescriptor<Void> task, String id, Instant at) {
		this.scheduler.getObject().scheduleIfNotExists(task.instance(id).build(), at);
	}

	/**
	 * Orders a task, or moves it if it is ordered already. What is running stays as it
	 * is.
	 * @param task the task
	 * @param id which instance of it
	 * @param at when it is to run; at once if that is past
	 */
	public void wake(TaskDescriptor<Void> task, String id, Instant at) {
		try {
			this.scheduler.getObject()
				.schedule(task.instance(id).scheduledTo(at), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
		}
		catch (TaskInstanceCurrentlyExecutingException ex) {
			// It looks for more before it ends.
		}
	}

}
