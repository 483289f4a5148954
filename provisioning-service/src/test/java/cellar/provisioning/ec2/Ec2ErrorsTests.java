package cellar.provisioning.ec2;

import java.net.ConnectException;
import java.net.SocketTimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.CloudException.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what error codes are taken for.
 */
class Ec2ErrorsTests {

	@ParameterizedTest
	@CsvSource({ "RequestLimitExceeded,503,THROTTLED", "Throttling,400,THROTTLED", "Anything,429,THROTTLED",
			"InsufficientInstanceCapacity,500,CAPACITY", "InstanceLimitExceeded,400,CAPACITY",
			"AuthFailure,401,UNAUTHORIZED", "ExpiredToken,400,UNAUTHORIZED", "UnauthorizedOperation,403,UNAUTHORIZED",
			"Anything,403,UNAUTHORIZED", "InternalError,500,UNCERTAIN", "Unavailable,503,UNCERTAIN",
			"Anything,502,UNCERTAIN", "InvalidKeyPair.Duplicate,400,DUPLICATE", "InvalidGroup.Duplicate,400,DUPLICATE",
			"InvalidPermission.Duplicate,400,DUPLICATE", "InvalidAMIID.NotFound,400,NOT_FOUND",
			"InvalidInstanceID.NotFound,400,NOT_FOUND", "InvalidAMIID.Malformed,400,NOT_FOUND",
			"DependencyViolation,400,IN_USE", "IdempotentInstanceTerminated,400,TOKEN_SPENT",
			"IdempotentParameterMismatch,400,TOKEN_MISMATCH", "InvalidParameterValue,400,REFUSED" })
	void interpretWhenCodeIsKnownTellsWhatItMeans(String code, int status, Kind kind) {
		CloudException ex = Ec2Errors.interpret(Ec2Exception.builder()
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("why").build())
			.build());
		assertThat(ex.kind()).isEqualTo(kind);
		assertThat(ex.code()).isEqualTo(code);
		assertThat(ex).hasMessage("why");
	}

	@Test
	void interpretWhenThereIsNoCodeGoesByTheStatus() {
		assertThat(Ec2Errors.interpret(Ec2Exception.builder().statusCode(504).build()).kind())
			.isEqualTo(Kind.UNCERTAIN);
	}

	@Test
	void interpretWhenThereIsNoConnectionSaysThatNothingWasSent() {
		assertThat(Ec2Errors.interpret(SdkClientException.create("no", new ConnectException("refused"))).kind())
			.isEqualTo(Kind.UNREACHED);
	}

	@Test
	void interpretWhenThereIsNoAnswerIsUncertain() {
		assertThat(Ec2Errors.interpret(SdkClientException.create("no", new SocketTimeoutException("late"))).kind())
			.isEqualTo(Kind.UNCERTAIN);
		assertThat(Ec2Errors.interpret(ApiCallTimeoutException.create(1)).kind()).isEqualTo(Kind.UNCERTAIN);
	}

}
