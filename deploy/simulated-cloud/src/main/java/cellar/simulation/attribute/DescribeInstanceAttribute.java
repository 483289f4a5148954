package cellar.simulation.attribute;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Instances;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;
import cellar.simulation.query.XmlWriter;

/**
 * {@code DescribeInstanceAttribute}.
 */
public final class DescribeInstanceAttribute implements Action<DescribeInstanceAttribute.Request> {

	private final Instances instances;

	public DescribeInstanceAttribute(Instances instances) {
		this.instances = instances;
	}

	@Override
	public String name() {
		return "DescribeInstanceAttribute";
	}

	@Override
	public Request bind(Parameters parameters) {
		return new Request(parameters.required("InstanceId"), Attribute.named(parameters.required("Attribute")));
	}

	@Override
	public void rehearse(Request request) {
		this.instances.require(request.id());
	}

	@Override
	public Answer perform(Request request) {
		Instance instance = this.instances.require(request.id());
		return (xml) -> {
			xml.text("instanceId", instance.id());
			switch (request.attribute()) {
				case USER_DATA -> value(xml, "userData", instance.userData());
				case INSTANCE_TYPE -> value(xml, "instanceType", instance.instanceType());
				case TERMINATION_PROTECTION -> value(xml, "disableApiTermination", instance.terminationProtected());
				case SHUTDOWN_BEHAVIOR -> value(xml, "instanceInitiatedShutdownBehavior", instance.shutdownBehavior());
			}
		};
	}

	private static void value(XmlWriter xml, String name, @Nullable Object value) {
		xml.element(name, () -> xml.text("value", value));
	}

	record Request(String id, Attribute attribute) {
	}

	/**
	 * What can be asked for.
	 */
	enum Attribute {

		USER_DATA, INSTANCE_TYPE, TERMINATION_PROTECTION, SHUTDOWN_BEHAVIOR;

		private static Attribute named(String name) {
			return switch (name) {
				case "userData" -> USER_DATA;
				case "instanceType" -> INSTANCE_TYPE;
				case "disableApiTermination" -> TERMINATION_PROTECTION;
				case "instanceInitiatedShutdownBehavior" -> SHUTDOWN_BEHAVIOR;
				default -> throw Ec2Exception.invalidValue("Value (" + name
						+ ") for parameter attribute is invalid; use userData, instanceType, disableApiTermination or"
						+ " instanceInitiatedShutdownBehavior");
			};
		}

	}

}
