package cellar.simulation.attribute;

import cellar.simulation.instance.Instances;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code ModifyInstanceAttribute}, for the protection against termination only.
 */
public final class ModifyInstanceAttribute implements Action<ModifyInstanceAttribute.Request> {

	private final Instances instances;

	public ModifyInstanceAttribute(Instances instances) {
		this.instances = instances;
	}

	@Override
	public String name() {
		return "ModifyInstanceAttribute";
	}

	@Override
	public Request bind(Parameters parameters) {
		Parameters protection = parameters.structure("DisableApiTermination");
		if (protection.isEmpty()) {
			throw Ec2Exception.missing("DisableApiTermination.Value");
		}
		return new Request(parameters.required("InstanceId"), protection.flag("Value"));
	}

	@Override
	public void rehearse(Request request) {
		this.instances.require(request.id());
	}

	@Override
	public Answer perform(Request request) {
		this.instances.save(this.instances.require(request.id()).withProtection(request.terminationProtected()));
		return Answer.done();
	}

	record Request(String id, boolean terminationProtected) {
	}

}
