package cellar.simulation.instancetype;

import java.util.List;
import java.util.Optional;

/**
 * The eighteen sizes of a Eucalyptus cloud as it is delivered.
 */
public final class InstanceTypes {

	private static final List<InstanceType> ALL = List.of(new InstanceType("t1.micro", 1, 256, 5),
			new InstanceType("m1.small", 1, 512, 10), new InstanceType("m1.medium", 1, 1024, 10),
			new InstanceType("c1.xlarge", 2, 2048, 10), new InstanceType("m1.large", 2, 1024, 15),
			new InstanceType("c1.medium", 1, 1024, 20), new InstanceType("m1.xlarge", 2, 1024, 30),
			new InstanceType("m2.2xlarge", 2, 4096, 30), new InstanceType("m3.2xlarge", 4, 4096, 30),
			new InstanceType("m2.xlarge", 2, 2048, 40), new InstanceType("m3.xlarge", 2, 2048, 50),
			new InstanceType("cc1.4xlarge", 8, 3072, 60), new InstanceType("m2.4xlarge", 8, 4096, 60),
			new InstanceType("hi1.4xlarge", 8, 6144, 120), new InstanceType("cc2.8xlarge", 16, 6144, 120),
			new InstanceType("cg1.4xlarge", 16, 12288, 200), new InstanceType("cr1.8xlarge", 16, 16384, 240),
			new InstanceType("hs1.8xlarge", 48, 119808, 24000));

	private InstanceTypes() {
	}

	/**
	 * Returns all sizes.
	 * @return the sizes, those with the smallest disks first
	 */
	public static List<InstanceType> all() {
		return ALL;
	}

	/**
	 * Finds a size.
	 * @param name the name, such as {@code m1.small}
	 * @return the size, if there is one of that name
	 */
	public static Optional<InstanceType> find(String name) {
		return ALL.stream().filter((type) -> type.name().equals(name)).findFirst();
	}

}
