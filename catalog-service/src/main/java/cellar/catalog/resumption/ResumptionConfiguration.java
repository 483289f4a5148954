package cellar.catalog.resumption;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import cellar.catalog.upload.UploadProperties;
import cellar.common.request.BodyLimit;

/**
 * Lets pieces of files pass the usual limit of bodies, and ends uploads whose process
 * died over their end.
 */
@Configuration(proxyBeanMethods = false)
class ResumptionConfiguration {

	@Bean
	BodyLimit resumptionLimit() {
		return BodyLimit.ofController(HttpMethod.PATCH, "/api/v1/uploads/{id}");
	}

	@Bean
	RecurringTask<Void> uploadFinish(ResumableUploads uploads, UploadProperties properties) {
		return Tasks.recurring("upload-finish", FixedDelay.of(properties.sweepEvery()))
			.execute((instance, context) -> uploads.finishWhole());
	}

}
