package cellar.provisioning.ec2;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Puts the path of the endpoint back, which the SDK drops for EC2.
 */
class EndpointPath implements ExecutionInterceptor {

	private final String path;

	EndpointPath(String path) {
		this.path = path;
	}

	@Override
	public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
		return context.httpRequest().toBuilder().encodedPath(this.path).build();
	}

}
