package cellar.provisioning.ec2;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.CloudException.Kind;

/**
 * The one place that knows what the error codes of EC2 mean.
 */
final class Ec2Errors {

	private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "ThrottledException",
			"RequestThrottled", "RequestThrottledException", "RequestLimitExceeded", "TooManyRequestsException",
			"BandwidthLimitExceeded", "EC2ThrottledException", "SlowDown");

	private static final Set<String> UNAUTHORIZED = Set.of("AuthFailure", "UnauthorizedOperation", "AccessDenied",
			"AccessDeniedException", "ExpiredToken", "ExpiredTokenException", "RequestExpired", "InvalidClientTokenId",
			"InvalidAccessKeyId", "UnrecognizedClientException", "SignatureDoesNotMatch", "IncompleteSignature",
			"MissingAuthenticationToken", "OptInRequired", "Blocked");

	private static final Set<String> CAPACITY = Set.of("InsufficientInstanceCapacity", "InsufficientCapacity",
			"InsufficientHostCapacity", "InsufficientAddressCapacity", "InsufficientFreeAddressesInSubnet",
			"InstanceLimitExceeded", "VcpuLimitExceeded", "ReservationCapacityExceeded", "SecurityGroupLimitExceeded",
			"ResourceCountExceeded");

	private static final Set<String> UNCERTAIN = Set.of("InternalError", "InternalFailure", "Unavailable",
			"ServiceUnavailable", "RequestTimeout");

	private Ec2Errors() {
	}

	static CloudException interpret(SdkException ex) {
		if (ex instanceof AwsServiceException answer) {
			AwsErrorDetails details = answer.awsErrorDetails();
			String code = (details != null && details.errorCode() != null) ? details.errorCode() : "none";
			String message = (details != null && details.errorMessage() != null) ? details.errorMessage()
					: "HTTP status " + answer.statusCode();
			return new CloudException(kindOf(code, answer.statusCode()), code, message, ex);
		}
		return isUnconnected(ex)
				? new CloudException(Kind.UNREACHED, "unreached", "There is no connection to the cloud", ex)
				: new CloudException(Kind.UNCERTAIN, "no-answer", "The cloud did not answer in time or completely", ex);
	}

	private static Kind kindOf(String code, int status) {
		if (THROTTLED.contains(code)) {
			return Kind.THROTTLED;
		}
		if (CAPACITY.contains(code)) {
			return Kind.CAPACITY;
		}
		if (UNAUTHORIZED.contains(code)) {
			return Kind.UNAUTHORIZED;
		}
		if (UNCERTAIN.contains(code)) {
			return Kind.UNCERTAIN;
		}
		return switch (code) {
			case "IdempotentInstanceTerminated" -> Kind.TOKEN_SPENT;
			case "IdempotentParameterMismatch" -> Kind.TOKEN_MISMATCH;
			case "DependencyViolation", "InvalidGroup.InUse" -> Kind.IN_USE;
			default -> kindOfFamily(code, status);
		};
	}

	private static Kind kindOfFamily(String code, int status) {
		if (code.endsWith(".Duplicate")) {
			return Kind.DUPLICATE;
		}
		if (code.endsWith(".NotFound") || code.endsWith(".Unavailable") || code.endsWith("Malformed")) {
			return Kind.NOT_FOUND;
		}
		if (status == 429) {
			return Kind.THROTTLED;
		}
		if (status == 401 || status == 403) {
			return Kind.UNAUTHORIZED;
		}
		return (status >= 500) ? Kind.UNCERTAIN : Kind.REFUSED;
	}

	private static boolean isUnconnected(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
				return true;
			}
		}
		return false;
	}

}
