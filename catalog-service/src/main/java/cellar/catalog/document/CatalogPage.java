package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import cellar.catalog.signature.VerificationKey;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * The page for people: static, without scripts and without anything from elsewhere.
 */
class CatalogPage {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final TemplateEngine engine = new TemplateEngine();

	private final String publicUrl;

	private final List<String> keyIds;

	/**
	 * Creates a page.
	 * @param publicUrl where clients find the catalog, if that is known
	 * @param keys what the documents that it links to are signed with
	 */
	CatalogPage(@Nullable URI publicUrl, List<VerificationKey> keys) {
		this.publicUrl = folder(publicUrl);
		this.keyIds = keys.stream().map(VerificationKey::id).toList();
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
		context.setVariable("schema", CatalogSchema.NAME);
		context.setVariable("keyIds", this.keyIds);
		Set<String> names = edition.images().stream().map(SnapshotImage::name).collect(Collectors.toSet());
		context.setVariable("images", edition.images().stream().map((image) -> PageCard.of(image, names)).toList());
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

}
