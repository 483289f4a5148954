package cellar.catalog.image;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

import cellar.catalog.access.UnpublishedAccess;
import cellar.catalog.description.DescriptionPatch;
import cellar.catalog.description.GivenDescription;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageFilter;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.published.PublishedImages;
import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Images over HTTP.
 */
@RestController
@RequestMapping("/api/v1/images")
class ImageController {

	private final ImageIndex index;

	private final PublishedImages published;

	private final ImageLibrary library;

	private final DescriptionPatch patches;

	ImageController(ImageIndex index, PublishedImages published, ImageLibrary library, DescriptionPatch patches) {
		this.index = index;
		this.published = published;
		this.library = library;
		this.patches = patches;
	}

	@PostMapping
	ResponseEntity<ImageDocument> create(@Valid @RequestBody GivenDescription content, Caller caller) {
		ImageDetails image = this.library.add(content, null, caller.name());
		return ImageAnswer.with(ResponseEntity.created(URI.create("/api/v1/images/" + image.id())), image, caller);
	}

	@GetMapping
	@Parameter(name = "label", in = ParameterIn.QUERY, description = "KEY:VALUE; may be repeated",
			array = @ArraySchema(schema = @Schema(type = "string")))
	ListDocument<ImageDocument> list(@RequestParam @Nullable String q, @RequestParam @Nullable String os,
			@RequestParam @Nullable String architecture, @RequestParam @Nullable List<String> state,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size,
			@RequestParam(defaultValue = "") List<String> sort, WebRequest request, Caller caller) {
		PageParameters wanted = new PageParameters(page, size);
		ImageFilter filter = new ImageFilter(ImageParameters.search(q), ImageParameters.text("os", os),
				ImageParameters.text("architecture", architecture), ImageParameters.states(state),
				// Spring would take the commas in a value for ends of values.
				ImageParameters.labels(request.getParameterValues("label")));
		Pageable part = PageRequest.of(wanted.page(), wanted.size(), ImageOrder.of(sort));
		Page<ImageDetails> found = UnpublishedAccess.isGrantedTo(caller) ? this.index.list(filter, part)
				: this.published.list(filter, part);
		return ListDocument.of(wanted, found.map((image) -> ImageDocument.of(image, caller)).getContent(),
				found.getTotalElements());
	}

	@GetMapping("/{id}")
	ResponseEntity<ImageDocument> get(@PathVariable UUID id, Caller caller) {
		return UnpublishedAccess.isGrantedTo(caller) ? ImageAnswer.ok(this.index.get(id), caller)
				: ImageAnswer.published(this.published.get(id), caller);
	}

	@PatchMapping(path = "/{id}", consumes = { "application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE })
	ResponseEntity<ImageDocument> patch(@PathVariable UUID id, @RequestBody Map<String, @Nullable Object> patch,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		ImageDetails image = this.library.change(id, Precondition.of(ifMatch)::isMetBy,
				(before) -> this.patches.apply(before, patch), caller.name());
		return ImageAnswer.ok(image, caller);
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> delete(@PathVariable UUID id, Caller caller) {
		this.library.delete(id, caller.name());
		return ResponseEntity.noContent().build();
	}

}
