package cellar.simulation.instancetype;

/**
 * A size of machines.
 *
 * @param name as EC2 names it, {@code m1.small} for example
 * @param cpus how many virtual ones
 * @param memory in MiB
 * @param disk in GiB
 */
public record InstanceType(String name, int cpus, int memory, int disk) {
}
