package cellar.simulation.instancetype;

/**
 * A size of machines.
 *
 * @param memory in MiB
 * @param disk in GiB
 */
public record InstanceType(String name, int cpus, int memory, int disk) {
}
