package cellar.provisioning.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.list.ListDocument;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Format;
import cellar.provisioning.userdata.UserData;

/**
 * Shows recipes and what comes of them. Nothing here launches anything.
 */
@RestController
@RequestMapping("/api/v1/recipes")
class RecipeController {

	private final Recipes recipes;

	private final Clouds clouds;

	RecipeController(Recipes recipes, Clouds clouds) {
		this.recipes = recipes;
		this.clouds = clouds;
	}

	@GetMapping
	ListDocument<RecipeDocument> list() {
		return ListDocument.whole(this.recipes.all().stream().map(RecipeDocument::of).toList());
	}

	@GetMapping("/{name}")
	RecipeDocument get(@PathVariable String name) {
		return RecipeDocument.of(this.recipes.get(name));
	}

	@PostMapping("/{name}/render")
	RenderDocument render(@PathVariable String name, @Valid @RequestBody RenderRequest request) {
		int limit = this.clouds.userDataLimit(request.cloud());
		Rendering rendering = this.recipes.render(name, request.family(), request.format(), request.choices());
		return RenderDocument.of(rendering, limit);
	}

	/**
	 * What shall be rendered.
	 *
	 * @param family what the machine runs
	 * @param format the format, or nothing for the usual one of the family
	 * @param cloud the cloud whose limit counts, or nothing for the usual limit
	 * @param parameters what the caller chose
	 */
	record RenderRequest(@NotNull(message = "must be one of 'ubuntu', 'flatcar', 'fcos'") Family family,
			@Nullable Format format, @Nullable String cloud, @Nullable Map<String, @Nullable Object> parameters) {

		Map<String, ?> choices() {
			return (this.parameters != null) ? this.parameters : Map.of();
		}

	}

	/**
	 * User data as callers see it.
	 *
	 * @param format what reads it
	 * @param userData the document
	 * @param size its bytes
	 * @param gzipSize its bytes as gzip
	 * @param limit the most bytes that the cloud takes
	 * @param findings what is worth knowing about it
	 */
	record RenderDocument(Format format, String userData, int size, int gzipSize, int limit, List<Finding> findings) {

		static RenderDocument of(Rendering rendering, int limit) {
			UserData userData = rendering.userData();
			int size = userData.size();
			int gzipSize = userData.gzipSize();
			List<Finding> findings = new ArrayList<>(rendering.findings());
			if (size > limit && (!userData.format().isCompressible() || gzipSize > limit)) {
				findings.add(Finding.error("The user data is larger than the cloud accepts", "Remove keys or text"));
			}
			else if (size > limit) {
				findings.add(Finding.info("The user data fits only when compressed, and is sent as gzip", null));
			}
			return new RenderDocument(userData.format(), userData.text(), size, gzipSize, limit, findings);
		}

	}

}
