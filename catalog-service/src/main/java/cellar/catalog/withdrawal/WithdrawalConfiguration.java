package cellar.catalog.withdrawal;

import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.task.Backoff;

/**
 * Makes withdrawals durable: a task that is tried until it ends.
 */
@Configuration(proxyBeanMethods = false)
class WithdrawalConfiguration {

	@Bean
	OneTimeTask<Void> withdrawalTask(Withdrawer withdrawer) {
		return Tasks.oneTime(WithdrawalOrders.TASK)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> withdrawer.withdraw(UUID.fromString(instance.getId())));
	}

}
