package cellar.simulation;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationIntegrationTests {

	@Test
	void callWhenSecretIsWrongIsRefused() {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start();
				Ec2Client ec2 = Clients.of(cloud, cloud.accessKey(), "wrong")) {
			Clients.assertRefused(ec2::describeRegions).isEqualTo("403 SignatureDoesNotMatch");
			assertThat(cloud.control().requests()).isEmpty();
		}
	}

	@Test
	void callWhenAccessKeyIsUnknownIsRefused() {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start();
				Ec2Client ec2 = Clients.of(cloud, "AKOTHER", cloud.secretKey())) {
			Clients.assertRefused(ec2::describeRegions).isEqualTo("401 AuthFailure");
		}
	}

	@Test
	void callWhenClocksDifferByMoreThanFiveMinutesIsRefused() {
		for (Duration skew : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
			try (SimulatedCloud cloud = SimulatedCloud.builder().clock(Clock.offset(Clock.systemUTC(), skew)).start();
					Ec2Client ec2 = Clients.of(cloud)) {
				Clients.assertRefused(ec2::describeRegions).isEqualTo("400 RequestExpired");
			}
		}
	}

	@Test
	void callWhenClocksDifferByFourMinutesIsAnswered() {
		Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4));
		try (SimulatedCloud cloud = SimulatedCloud.builder().clock(ahead).start(); Ec2Client ec2 = Clients.of(cloud)) {
			assertThat(ec2.describeRegions().regions()).hasSize(1);
		}
	}

	@Test
	void callWhenBodyWasTamperedWithIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start()) {
			HttpResponse<String> response = RawCalls.post(cloud, "Action=DescribeImages", "Action=DescribeRegions",
					"ec2");
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).contains("<Code>SignatureDoesNotMatch</Code>").contains("<RequestID>");
		}
	}

	@Test
	void callWhenSignedForAnotherServiceIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start()) {
			HttpResponse<String> response = RawCalls.post(cloud, "Action=DescribeImages", "Action=DescribeImages",
					"s3");
			assertThat(response.body()).contains("<Code>SignatureDoesNotMatch</Code>").contains("service 'ec2'");
		}
	}

	@Test
	void callWhenSignedForAnotherRegionIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().signingRegion("eu-west-1").start()) {
			assertThat(RawCalls.post(cloud, "Action=DescribeImages").body()).contains("region 'eu-west-1'");
		}
	}

	@Test
	void callWhenSignatureIsMissingIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start()) {
			HttpResponse<String> response = RawCalls.send("POST", cloud.endpoint(), "Action=DescribeImages", Map.of());
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).contains("<Code>MissingAuthenticationToken</Code>");
		}
	}

	@Test
	void callWhenSignatureIsBrokenIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start()) {
			HttpResponse<String> response = RawCalls.send("POST", cloud.endpoint(), "Action=DescribeImages",
					Map.of("Authorization", List.of("AWS4-HMAC-SHA256 Credential=x")));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("<Code>IncompleteSignature</Code>");
		}
	}

	@Test
	void callWhenHostIsNoHostIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start();
				Socket socket = new Socket("127.0.0.1", cloud.endpoint().getPort())) {
			String now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
				.withZone(ZoneOffset.UTC)
				.format(Instant.now());
			String authorization = "AWS4-HMAC-SHA256 Credential=" + cloud.accessKey() + "/" + now.substring(0, 8)
					+ "/us-east-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
			socket.getOutputStream()
				.write(("POST / HTTP/1.1\r\nHost: [ :\r\nX-Amz-Date: " + now + "\r\nAuthorization: " + authorization
						+ "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.contains("SignatureDoesNotMatch");
		}
	}

	@Test
	void callWhenPathIsThatOfTheEndpointIsAnswered() {
		try (SimulatedCloud cloud = SimulatedCloud.builder().path("/services/compute").start();
				Ec2Client ec2 = Clients.of(cloud)) {
			assertThat(cloud.endpoint().getPath()).isEqualTo("/services/compute");
			assertThat(ec2.describeRegions().regions()).singleElement()
				.satisfies((region) -> assertThat(region.endpoint()).isEqualTo(cloud.endpoint().toString()));
		}
	}

	@Test
	void callWhenPathIsAnotherIsNotFound() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().path("/services/compute").start()) {
			HttpResponse<String> response = RawCalls.send("POST", cloud.endpoint().resolve("/other"), "", Map.of());
			assertThat(response.statusCode()).isEqualTo(404);
		}
	}

	@Test
	void callWhenBodyIsTooLargeIsRefused() throws Exception {
		try (SimulatedCloud cloud = SimulatedCloud.builder().start()) {
			assertThat(RawCalls.post(cloud, "UserData=" + "x".repeat(600_000)).statusCode()).isEqualTo(413);
		}
	}

}
