package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * The page for people: static, without scripts and without anything from elsewhere.
 */
class CatalogPage {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

	private final TemplateEngine engine = new TemplateEngine();

	private final String publicUrl;

	/**
	 * Creates a page.
	 * @param publicUrl where clients find the catalog, if that is known
	 */
	CatalogPage(@Nullable URI publicUrl) {
		this.publicUrl = folder(publicUrl);
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(CatalogPage.class.getClassLoader());
		templates.setPrefix("page/");
		templates.setTemplateMode(TemplateMode.HTML);
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.engine.setTemplateResolver(templates);
	}

	RenderedDocument render(Edition edition, RenderedDocument style) {
		Context context = new Context(Locale.ROOT);
		context.setVariable("serial", edition.serial());
		context.setVariable("time", TIME.format(edition.frozenAt()));
		context.setVariable("instant", edition.frozenAt().toString());
		context.setVariable("style", style.name());
		context.setVariable("publicUrl", this.publicUrl);
		context.setVariable("images", edition.images().stream().map(CatalogPage::row).toList());
		return new RenderedDocument("index.html", "text/html; charset=utf-8",
				this.engine.process("index.html", context).getBytes(StandardCharsets.UTF_8));
	}

	private static String folder(@Nullable URI publicUrl) {
		if (publicUrl == null) {
			return "";
		}
		String url = publicUrl.toString();
		return url.endsWith("/") ? url : url + "/";
	}

	private static Map<String, Object> row(SnapshotImage image) {
		ImageDescription about = image.about();
		Map<String, Object> row = new HashMap<>();
		row.put("name", about.name());
		row.put("number", image.eustoreName());
		row.put("os", about.os());
		row.put("architecture", about.architecture().label());
		row.put("version", about.version());
		row.put("day", DAY.format(image.releasedAt()));
		row.put("description", about.description());
		row.put("hypervisors", String.join(", ", about.hypervisors()));
		row.put("amount", ByteCount.of(image.size()));
		row.put("sha256", image.sha256());
		row.put("login", (about.loginUser() != null) ? about.loginUser() : "");
		row.put("contact", about.contact());
		row.put("url", image.url());
		row.put("file", image.url().substring(image.url().lastIndexOf('/') + 1));
		return row;
	}

}
