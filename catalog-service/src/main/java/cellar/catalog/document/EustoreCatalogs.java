package cellar.catalog.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Verification;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.common.catalog.CatalogDocument;
import cellar.common.catalog.CatalogEntry;

/**
 * The two dialects of eustore: readable names for its oldest clients, ten-digit names for
 * the later ones, which check them against the content.
 */
class EustoreCatalogs {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
		.withZone(ZoneOffset.UTC);

	private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

	private final ObjectWriter json = new JsonMapper().writer()
		.with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

	RenderedDocument readable(Edition edition) {
		return render("catalog.json", edition, SnapshotImage::name);
	}

	RenderedDocument numbered(Edition edition) {
		return render("catalog", edition, SnapshotImage::eustoreName);
	}

	private RenderedDocument render(String name, Edition edition, Function<SnapshotImage, String> naming) {
		CatalogDocument document = new CatalogDocument(CatalogDocument.FORMAT, edition.serial(),
				edition.frozenAt().toString(), edition.expiresAt().toString(),
				edition.images().stream().map((image) -> entry(image, naming.apply(image))).toList());
		return new RenderedDocument(name, "application/json", this.json.writeValueAsBytes(document));
	}

	private static CatalogEntry entry(SnapshotImage image, String name) {
		ImageDescription about = image.about();
		// Clients compare with "True" or ask whether there is any text at all.
		String singleKernel = about.singleKernel() ? "True" : "";
		return new CatalogEntry(name, about.description(), about.version(), about.architecture().label(), about.os(),
				image.url(), DATE.format(image.releasedAt()), about.recipe(), image.stamp(), about.contact(),
				singleKernel, about.hypervisors(), about.virtualizationType(), about.loginUser(), image.id().toString(),
				about.name(), image.size(), image.md5(), image.sha256(), image.state().toLowerCase(Locale.ROOT),
				image.life().successor(), tested(about), verified(about), about.minSize(), about.notes(),
				about.labels().isEmpty() ? null : about.labels());
	}

	private static @Nullable String tested(ImageDescription about) {
		return about.verifications().isEmpty() ? null : about.verifications().getLast().result().label();
	}

	private static @Nullable List<Map<String, String>> verified(ImageDescription about) {
		return about.verifications().isEmpty() ? null
				: about.verifications().stream().map(EustoreCatalogs::trial).toList();
	}

	private static Map<String, String> trial(Verification verification) {
		Map<String, String> trial = new LinkedHashMap<>();
		trial.put("result", verification.result().label());
		if (verification.against() != null) {
			trial.put("against", verification.against());
		}
		if (verification.at() != null) {
			trial.put("at", verification.at().toString());
		}
		return trial;
	}

}
