package cellar.provisioning.launch.order;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Makes orders for tests, which say only what matters to them.
 */
public final class TestOrders {

	private String image = "emi-c0de0001";

	private @Nullable String recipe;

	private int count = 1;

	private @Nullable String keyName;

	private @Nullable String publicKey;

	private @Nullable String securityGroup;

	private @Nullable String sshFrom;

	private Map<String, String> tags = Map.of();

	private TestOrders() {
	}

	/**
	 * Returns the simplest order.
	 * @return one machine in the cloud {@code local} from an image as it is
	 */
	public static LaunchOrder simple() {
		return order().build();
	}

	/**
	 * Begins with the simplest order.
	 * @return what makes the order
	 */
	public static TestOrders order() {
		return new TestOrders();
	}

	public TestOrders image(String id) {
		this.image = id;
		return this;
	}

	public TestOrders recipe(String name) {
		this.recipe = name;
		return this;
	}

	public TestOrders count(int machines) {
		this.count = machines;
		return this;
	}

	public TestOrders keyName(String name) {
		this.keyName = name;
		return this;
	}

	public TestOrders publicKey(String key) {
		this.publicKey = key;
		return this;
	}

	public TestOrders securityGroup(String name) {
		this.securityGroup = name;
		return this;
	}

	public TestOrders sshFrom(String network) {
		this.sshFrom = network;
		return this;
	}

	public TestOrders tags(Map<String, String> all) {
		this.tags = all;
		return this;
	}

	public LaunchOrder build() {
		return new LaunchOrder("local", this.image, this.recipe, new TreeMap<>(), null, "m1.small", this.count,
				this.keyName, this.publicKey, this.securityGroup, this.sshFrom, new TreeMap<>(this.tags));
	}

}
