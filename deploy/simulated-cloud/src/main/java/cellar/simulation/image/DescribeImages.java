package cellar.simulation.image;

import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;
import cellar.simulation.query.XmlWriter;

/**
 * {@code DescribeImages}.
 */
public final class DescribeImages implements Action<DescribeImages.Request> {

	private final Images images;

	private final String account;

	private final CloudProfile profile;

	private final Filters<Image> filters;

	public DescribeImages(Images images, String account, CloudProfile profile) {
		this.images = images;
		this.account = account;
		this.profile = profile;
		this.filters = new Filters<Image>().on("image-id", Image::id)
			.on("name", Image::name)
			.on("description", Image::description)
			.on("architecture", Image::architecture)
			.on("virtualization-type", Image::virtualizationType)
			.on("state", (image) -> "available")
			.on("image-type", (image) -> "machine")
			.on("is-public", (image) -> "true")
			.on("owner-id", (image) -> account)
			.on("root-device-type", (image) -> "instance-store")
			.onTags(Image::tags);
	}

	@Override
	public String name() {
		return "DescribeImages";
	}

	@Override
	public Request bind(Parameters parameters) {
		boolean newer = this.profile.knowsNewerParameters();
		if (newer) {
			parameters.flag("IncludeDeprecated");
			parameters.flag("IncludeDisabled");
		}
		return new Request(parameters.list("ImageId"), parameters.list("Owner"), parameters.list("ExecutableBy"),
				this.filters.bind(parameters), (newer) ? Paging.bind(parameters) : Paging.all());
	}

	@Override
	public Answer perform(Request request) {
		request.ids().forEach(this.images::require);
		List<Image> chosen = this.images.all()
			.stream()
			.filter((image) -> request.ids().isEmpty() || request.ids().contains(image.id()))
			.filter((image) -> isOwnedBy(request.owners()) && isExecutableBy(request.executableBy()))
			.filter(request.filter())
			.toList();
		Paging.Page<Image> page = request.paging().cut(chosen, Image::id);
		return (xml) -> {
			xml.list("imagesSet", page.items(), (image) -> write(xml, image));
			xml.text("nextToken", page.next());
		};
	}

	private boolean isOwnedBy(List<String> owners) {
		return owners.isEmpty() || owners.contains("self") || owners.contains(this.account);
	}

	private boolean isExecutableBy(List<String> users) {
		return users.isEmpty() || users.contains("all") || users.contains("self") || users.contains(this.account);
	}

	private void write(XmlWriter xml, Image image) {
		xml.text("imageId", image.id());
		xml.text("imageLocation", "simulated/" + image.name() + ".manifest.xml");
		xml.text("imageState", "available");
		xml.text("imageOwnerId", this.account);
		xml.text("isPublic", true);
		xml.text("architecture", image.architecture());
		xml.text("imageType", "machine");
		xml.text("name", image.name());
		xml.text("description", image.description());
		xml.text("rootDeviceType", "instance-store");
		xml.text("virtualizationType", image.virtualizationType());
		xml.text("hypervisor", "xen");
		xml.tags(image.tags());
	}

	record Request(List<String> ids, List<String> owners, List<String> executableBy, Predicate<Image> filter,
			Paging paging) {
	}

}
