package cellar.provisioning.instance;

/**
 * A size of machine that a cloud offers.
 *
 * @param name its name
 * @param cpus virtual processors
 * @param memory bytes of memory
 * @param disk bytes of the machine's own disk, 0 where it has none
 */
public record InstanceType(String name, int cpus, long memory, long disk) {

}
