package cellar.simulation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.simulation.profile.CloudProfile;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersIntegrationTests {

	private static final SimulatedCloud aws = SimulatedCloud.builder().start();

	private static final SimulatedCloud eucalyptus = SimulatedCloud.builder()
		.profile(CloudProfile.EUCALYPTUS_5)
		.start();

	private static final SimulatedCloud generic = SimulatedCloud.builder().profile(CloudProfile.GENERIC).start();

	private static final String RUN = "Action=RunInstances&ImageId=emi-c0de0001&MinCount=1&MaxCount=1";

	@AfterAll
	static void stop() {
		aws.close();
		eucalyptus.close();
		generic.close();
	}

	@ParameterizedTest
	@CsvSource({ "Version=2016-11-15, MissingParameter", "Action=Fly, InvalidAction",
			"Action=DescribeImages&Version=now, NoSuchVersion", "Action=DescribeImages&Colour=red, UnknownParameter",
			"Action=DescribeImages&Owner=self&Owner=all, InvalidParameterCombination",
			"Action=DescribeImages&Owner.1=%00, InvalidParameterValue",
			"Action=DescribeImages&Owner.1=%zz, InvalidParameterValue",
			"Action=DescribeImages&DryRun=maybe, InvalidParameterValue",
			"Action=DescribeImages&Filter.1.Name=colour&Filter.1.Value.1=red, InvalidParameterValue",
			"Action=DescribeImages&Filter.1.Name=name, InvalidParameterValue",
			"Action=DescribeImages&MaxResults=1, InvalidParameterValue",
			"Action=DescribeImages&NextToken=nonsense, InvalidParameterValue",
			"Action=DescribeImages&ImageId.1=emi-1, InvalidAMIID.Malformed",
			"Action=DescribeImages&ImageId.1=emi-00000000, InvalidAMIID.NotFound" })
	void callWhenParameterIsBadIsRefused(String form, String code) throws Exception {
		assertThat(RawCalls.post(aws, form).body()).contains("<Code>" + code + "</Code>");
	}

	@ParameterizedTest
	@CsvSource({ "MinCount=2, InvalidParameterValue", "MaxCount=, MissingParameter",
			"UserData=!, InvalidParameterValue", "InstanceType=x9.huge, InvalidParameterValue",
			"KeyName=none, InvalidKeyPair.NotFound", "SecurityGroup.1=none, InvalidGroup.NotFound",
			"SecurityGroupId.1=none, InvalidGroupId.Malformed", "SecurityGroupId.1=sg-00000000, InvalidGroup.NotFound",
			"Placement.AvailabilityZone=moon, InvalidParameterValue",
			"InstanceInitiatedShutdownBehavior=explode, InvalidParameterValue",
			"TagSpecification.1.ResourceType=cat&TagSpecification.1.Tag.1.Key=a, InvalidParameterValue",
			"TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=aws:a, InvalidParameterValue" })
	void runWhenParameterIsBadLaunchesNothing(String more, String code) throws Exception {
		String name = more.substring(0, more.indexOf('='));
		String form = RUN.replaceAll("&" + name + "=[^&]*", "") + "&" + more;
		assertThat(RawCalls.post(aws, form).body()).contains("<Code>" + code + "</Code>");
		assertThat(aws.control().resources().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ RUN + "&DryRun=true", RUN + "&MetadataOptions.HttpTokens=required",
			"Action=DescribeImages&MaxResults=5",
			"Action=DescribeInstanceTypes&Filter.1.Name=instance-type&Filter.1.Value.1=m1.small" })
	void callWhenEucalyptusDoesNotKnowAParameterIsRefused(String form) throws Exception {
		assertThat(RawCalls.post(eucalyptus, form).body()).contains("<Code>UnknownParameter</Code>");
		assertThat(eucalyptus.control().resources().isEmpty()).isTrue();
	}

	@Test
	void runWhenGenericCloudIsGivenTagsIsRefused() throws Exception {
		assertThat(RawCalls.post(generic, RUN + "&TagSpecification.1.ResourceType=instance").body())
			.contains("<Code>UnknownParameter</Code>");
	}

	@Test
	void runWhenDryLaunchesNothing() throws Exception {
		assertThat(RawCalls.post(aws, RUN + "&DryRun=true").statusCode()).isEqualTo(412);
		assertThat(aws.control().resources().isEmpty()).isTrue();
	}

	@Test
	void describeInstanceTypesOnEucalyptusAnswersInItsOwnForm() throws Exception {
		assertThat(RawCalls.post(eucalyptus, "Action=DescribeInstanceTypes&InstanceType.1=hs1.8xlarge").body())
			.contains("<instanceTypeDetails><item><name>hs1.8xlarge</name><cpu>48</cpu><disk>24000</disk>"
					+ "<memory>119808</memory></item></instanceTypeDetails>");
	}

}
